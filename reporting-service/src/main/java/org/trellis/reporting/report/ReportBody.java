package org.trellis.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.progress.ProgressView;

/** A report in the form in which it is published, its head apart. */
record ReportBody(
        String title,
        String summary,
        Commentary commentary,
        Snapshot.Project project,
        ProgressView.Flow schools,
        List<Snapshot.Cycle> cycles,
        List<JsonNode> results,
        List<JsonNode> submissions,
        String methodVersion,
        Instant madeAt) {

    /** In the order of sections. */
    static final class Commentary extends EnumMap<ReportSection, String> {
        @Serial
        private static final long serialVersionUID = 1L;

        Commentary() {
            super(ReportSection.class);
        }
    }

    /**
     * @param number how it is cited, with its edition
     * @param reason why the edition before was corrected
     * @param changes what is different from the edition before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            UUID id,
            String number,
            int edition,
            Instant publishedAt,
            String address,
            String reason,
            List<Differences.Difference> changes) {}

    static ReportBody of(Report report) {
        return of(report.text(), report.content());
    }

    static ReportBody of(ReportText text, Snapshot content) {
        var commentary = new Commentary();
        commentary.putAll(text.commentary());
        return new ReportBody(
                text.title(),
                text.summary(),
                commentary,
                content.project(),
                content.schools(),
                content.cycles(),
                content.results(),
                content.submissions(),
                content.methodVersion(),
                content.madeAt());
    }

    static String number(int number) {
        return "R%05d".formatted(number);
    }
}
