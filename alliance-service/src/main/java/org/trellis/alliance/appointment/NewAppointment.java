package org.trellis.alliance.appointment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * A person's role, from a day on, perhaps until one.
 *
 * @param organisationId where, for the roles held at an organisation
 * @param allianceId where, for the roles held at an alliance
 * @param endsOn the first day on which it is no longer held, where that is known
 */
record NewAppointment(
        @NotNull UUID personId,
        @NotNull AppointmentRole role,
        UUID organisationId,
        UUID allianceId,
        @NotNull @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "the role is held at an alliance or at an organisation: name that one and not the other")
    boolean isHeldInItsPlace() {
        return role == null || role.heldIn(organisationId != null, allianceId != null);
    }

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isForAtLeastADay() {
        return endsOn == null || startsOn == null || endsOn.isAfter(startsOn);
    }
}
