package org.trellis.alliance.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * An organisation's place in an alliance, from a day on.
 *
 * @param startsOn the first day
 * @param met what the alliance's joining protocol requires and is met, by code
 */
record NewMembership(
        @NotNull UUID allianceId,
        @NotNull UUID organisationId,
        @NotNull MembershipRole role,
        @NotNull @PlausibleDay LocalDate startsOn,
        @Size(max = 30) List<@NotNull String> met) {

    MembershipChange change() {
        return new MembershipChange.Join(allianceId, organisationId, role, startsOn, met == null ? List.of() : met);
    }
}
