package org.trellis.alliance.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One step of a change of who is a member. */
sealed interface MembershipChange {
    /** The first day on which it holds. */
    LocalDate on();

    /** A step of a membership that is there already. */
    sealed interface Held extends MembershipChange {
        UUID membershipId();
    }

    /** @param met the requirements of the joining protocol that are met, by code */
    record Join(UUID allianceId, UUID organisationId, MembershipRole role, LocalDate on, List<String> met)
            implements MembershipChange {}

    /** @param met the requirements of the leaving protocol that are met, by code */
    record Leave(UUID membershipId, LocalDate on, LeavingReason reason, List<String> met) implements Held {}

    /** From that day on the member has another role: one membership ends and another begins. */
    record ChangeRole(UUID membershipId, LocalDate on, MembershipRole role) implements Held {}
}
