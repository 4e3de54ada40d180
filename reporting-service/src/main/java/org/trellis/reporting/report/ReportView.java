package org.trellis.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.web.Versioned;

/**
 * A report as callers see it; its draft is for those who write and publish it.
 *
 * @param number how it is cited, with its edition
 * @param edition the last that was published; 0 for none
 * @param address where the last edition stays, byte for byte; null before the first
 * @param reason why it is being corrected, or was withdrawn
 * @param inputsChanged what has become of the evidence under the last edition since, by cause; empty where it stands
 * @param correctionProposed whether the last edition should be corrected
 * @param actions what this caller may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        UUID id,
        long version,
        String number,
        Project project,
        ReportState state,
        String title,
        int edition,
        Instant publishedAt,
        String address,
        String reason,
        List<String> inputsChanged,
        boolean correctionProposed,
        Draft draft,
        List<Action> actions)
        implements Versioned, Readable {

    public record Project(UUID id, String title) {}

    /** What is being written, with the figures as they were taken. */
    record Draft(ReportText text, Instant madeAt, Snapshot content) {}

    /** @param missing what stands in its way, for a person; @param needs fields that the request must carry */
    record Action(String action, boolean allowed, List<String> missing, List<String> needs) {}

    /** One line of a list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            UUID id,
            long version,
            String number,
            @Nested("project") Project project,
            String state,
            String title,
            int edition,
            Instant publishedAt) {}

    /** One edition. @param changes what is different from the edition before, place by place */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EditionRow(
            int edition,
            Instant publishedAt,
            String title,
            String reason,
            String address,
            String sha256,
            String methodVersion,
            @Json JsonNode submissions,
            @Json JsonNode changes,
            List<String> inputsChanged) {}
}
