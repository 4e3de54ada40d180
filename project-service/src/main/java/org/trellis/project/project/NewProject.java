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
 * A project to be drafted.
 *
 * @param allianceId who owns it
 * @param kind MAIN unless given
 * @param endsOn the first day on which it runs no more
 * @param interventionIds what is tried out, in the edition of today
 * @param invented true for projects that exist in samples only
 * @param targets whom it is for
 * @param partners who does something for it without taking part as a school
 * @param priorityIds what its alliances have agreed to work on, and it works on; at least one before it is proposed
 * @param buildsOnId the project whose findings it takes further
 * @param stage how far the change has come into practice
 */
public record NewProject(
        @NotNull UUID allianceId,
        @NotBlank @Size(max = 200) String title,
        @NotNull FocusArea focusArea,

        @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1000) String> researchQuestions,

        ProjectKind kind,
        @NotNull Design design,
        @NotNull @PlausibleDay LocalDate startsOn,
        @NotNull @PlausibleDay LocalDate endsOn,
        @Size(max = 4000) String summary,
        Boolean invented,
        @Size(max = 20) List<@NotNull UUID> partnerAllianceIds,
        @Size(max = 20) List<@NotNull UUID> interventionIds,
        @Size(max = 10) List<@NotNull @Valid Target> targets,
        @Size(max = 30) List<@NotNull @Valid Partner> partners,
        @Size(max = 20) List<@NotNull UUID> priorityIds,
        UUID buildsOnId,
        Stage stage) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }

    @AssertTrue(message = "the owning alliance is not its own partner")
    boolean isPartneredWithOthers() {
        return allianceId == null || partnerAllianceIds == null || !partnerAllianceIds.contains(allianceId);
    }

    ProjectDescription description() {
        return new ProjectDescription(
                title,
                focusArea,
                researchQuestions,
                kind == null ? ProjectKind.MAIN : kind,
                design,
                startsOn,
                endsOn,
                summary,
                partnerAllianceIds,
                interventionIds,
                targets,
                partners,
                priorityIds,
                buildsOnId,
                stage);
    }
}
