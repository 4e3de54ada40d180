package org.trellis.project.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * What of a project may be changed while it runs.
 *
 * @param targets whom it is for
 * @param partners who does something for it without taking part as a school
 * @param priorityIds what its alliances have agreed to work on, and it works on
 * @param buildsOnId the project whose findings it takes further
 * @param stage how far the change has come into practice
 */
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
        @Size(max = 20) List<@NotNull UUID> interventionIds,
        @Size(max = 10) List<@NotNull @Valid Target> targets,
        @Size(max = 30) List<@NotNull @Valid Partner> partners,
        @Size(max = 20) List<@NotNull UUID> priorityIds,
        UUID buildsOnId,
        Stage stage) {

    ProjectDescription {
        partnerAllianceIds = once(partnerAllianceIds);
        interventionIds = once(interventionIds);
        priorityIds = once(priorityIds);
        targets = targets == null ? List.of() : targets;
        partners = partners == null ? List.of() : partners;
    }

    private static List<UUID> once(List<UUID> ids) {
        return ids == null ? List.of() : ids.stream().distinct().toList();
    }

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
