package org.trellis.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What people write in a report, as plain text with an empty line between paragraphs.
 *
 * @param summary the findings in short; needed to publish
 * @param commentary by section
 */
record ReportText(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 10_000) String summary,
        Map<ReportSection, @NotNull @Size(max = 10_000) String> commentary) {
    ReportText {
        commentary = commentary == null ? Map.of() : Map.copyOf(commentary);
    }
}
