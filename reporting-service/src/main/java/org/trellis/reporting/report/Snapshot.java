package org.trellis.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.reporting.progress.ProgressView;

/**
 * A project's state at a moment, as all who may read its results may see it.
 *
 * @param results one for each measure with evidence, the primary one first; in the form of an answer on impact
 */
record Snapshot(
        Instant madeAt,
        Project project,
        ProgressView.Flow schools,
        List<Cycle> cycles,
        List<JsonNode> results,
        List<JsonNode> submissions,
        String methodVersion) {

    record Project(
            UUID id,
            String title,
            UUID allianceId,
            String alliance,
            List<String> researchQuestions,
            String design,
            String state,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean invented) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cycle(
            Integer number,
            String name,
            String phase,
            LocalDate startsOn,
            LocalDate endsOn,
            String decision,
            String nextFocus,
            LocalDate reviewedOn,
            @Json Review review) {}

    /** What leaders learnt. @param challenges of peers from other alliances; where there are none, there is a reason */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Review(
            String wentWell, String wentBadly, String problems, List<Challenge> challenges, String noChallengeReason) {}

    /** @param alliance its name; null where none is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Challenge(UUID allianceId, String alliance, String said, LocalDate saidOn) {}
}
