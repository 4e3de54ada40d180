package org.trellis.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/** A report to be written about a project, from its state at this moment. */
record NewReport(
        @NotNull UUID projectId,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 10_000) String summary,
        Map<ReportSection, @NotNull @Size(max = 10_000) String> commentary) {
    ReportText text() {
        return new ReportText(title, summary, commentary);
    }
}
