package org.trellis.project.project;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * A project to be done again, in another year.
 *
 * @param title as before unless given
 * @param startsOn its points in time are moved by as much
 */
record NewCopy(
        @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String title,

        @NotNull @PlausibleDay LocalDate startsOn,
        @NotNull @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }

    /** @param of what is copied */
    NewProject of(ProjectDescription of, UUID alliance, boolean invented, UUID buildsOn) {
        return new NewProject(
                alliance,
                title == null ? of.title() : title,
                of.focusArea(),
                of.researchQuestions(),
                of.kind(),
                of.design(),
                startsOn,
                endsOn,
                of.summary(),
                invented,
                of.partnerAllianceIds(),
                of.interventionIds(),
                of.targets(),
                of.partners(),
                of.priorityIds(),
                buildsOn,
                of.stage());
    }
}
