package org.trellis.alliance.membership;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * The end of a membership.
 *
 * @param endsOn the first day on which it no longer holds
 * @param met what the alliance's leaving protocol requires and is met, by code
 */
record EndMembership(
        @NotNull @PlausibleDay LocalDate endsOn,
        @NotNull LeavingReason reason,
        @Size(max = 30) List<@NotNull String> met) {

    MembershipChange change(UUID membership) {
        return new MembershipChange.Leave(membership, endsOn, reason, met == null ? List.of() : met);
    }
}
