package org.trellis.alliance.person;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a person: which sign-in it is, and neither name nor address. */
sealed interface PersonEvent extends Event {
    /**
     * A person's public state.
     *
     * @param issuer and sub name the sign-in; null until an invitation is accepted
     * @param leftOn the first day on which the person is gone; null for one who is there
     */
    record State(UUID id, String issuer, String sub, LocalDate leftOn) {}

    @Override
    default String aggregate() {
        return "person";
    }

    record Registered(State state) implements PersonEvent {
        @Override
        public String type() {
            return "trellis.alliance.person-registered.v1";
        }
    }

    record Bound(State state) implements PersonEvent {
        @Override
        public String type() {
            return "trellis.alliance.person-bound.v1";
        }
    }

    /** Name, address or home, which of them is nobody else's business; or the sign-in is somebody else's now. */
    record Changed(State state) implements PersonEvent {
        @Override
        public String type() {
            return "trellis.alliance.person-changed.v1";
        }
    }

    record Left(State state) implements PersonEvent {
        @Override
        public String type() {
            return "trellis.alliance.person-left.v1";
        }
    }
}
