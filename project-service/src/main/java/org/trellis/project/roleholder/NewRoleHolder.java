package org.trellis.project.roleholder;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * A person to hold a role for a school's part in a project.
 *
 * @param endsOn the first day on which it holds no more; open unless given
 * @param succeedsId who has held it until then, and holds it no more from {@code startsOn} on
 */
record NewRoleHolder(
        @NotNull UUID participationId,
        @NotNull UUID personId,
        @NotNull SchoolRole role,
        @NotNull @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn,
        UUID succeedsId) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
