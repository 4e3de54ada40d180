package org.trellis.reporting.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A move of a report. @param reason what is wrong, to correct or withdraw it; readers see it */
record NewReportTransition(
        @NotNull ReportAction action,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String reason) {}
