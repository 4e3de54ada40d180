package org.trellis.project.project;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/** What of a project may be changed while it runs. */
record ProjectDescription(
        @NotBlank @Size(max = 200) String title,
        @NotNull FocusArea focusArea,

        @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1000) String> researchQuestions,

        @NotNull ProjectKind kind,
        @NotNull Design design,
        @NotNull @PlausibleDay LocalDate startsOn,
        @NotNull @PlausibleDay LocalDate endsOn,
        @Size(max = 4000) String summary,
        @Size(max = 20) List<@NotNull UUID> partnerAllianceIds,
        @Size(max = 20) List<@NotNull UUID> interventionIds) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
