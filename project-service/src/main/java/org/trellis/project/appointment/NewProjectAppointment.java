package org.trellis.project.appointment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * A person to be appointed at a project.
 *
 * @param endsOn the first day on which it holds no more; open unless given
 */
record NewProjectAppointment(
        @NotNull UUID projectId,
        @NotNull UUID personId,
        @NotNull ProjectRole role,
        @NotNull @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
