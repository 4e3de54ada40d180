package org.trellis.alliance.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a membership. */
sealed interface MembershipEvent extends Event {
    /**
     * A membership's public state.
     *
     * @param endsOn the first day on which it no longer holds; null while open
     * @param joinedUnder the version of the joining protocol that was met; null where there was none
     * @param leftUnder the version of the leaving protocol that was met; null where there was none
     */
    record State(
            UUID id,
            UUID allianceId,
            UUID organisationId,
            MembershipRole role,
            LocalDate startsOn,
            LocalDate endsOn,
            LeavingReason leavingReason,
            Integer joinedUnder,
            Integer leftUnder) {}

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
