package org.trellis.alliance.membership;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation's place in an alliance, from a day on.
 *
 * @param startsOn the first day
 */
record NewMembership(
        @NotNull UUID allianceId,
        @NotNull UUID organisationId,
        @NotNull MembershipRole role,
        @NotNull LocalDate startsOn) {}
