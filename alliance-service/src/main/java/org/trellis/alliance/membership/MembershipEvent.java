package org.trellis.alliance.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a membership. */
sealed interface MembershipEvent extends Event {
    /** @param endsOn the first day on which it no longer holds; null while open */
    record State(
            UUID id,
            UUID allianceId,
            UUID organisationId,
            MembershipRole role,
            LocalDate startsOn,
            LocalDate endsOn,
            LeavingReason leavingReason) {}

    @Override
    default String aggregate() {
        return "membership";
    }

    record Started(State state) implements MembershipEvent {
        @Override
        public String type() {
            return "trellis.alliance.membership-started.v1";
        }
    }

    record Ended(State state) implements MembershipEvent {
        @Override
        public String type() {
            return "trellis.alliance.membership-ended.v1";
        }
    }
}
