package org.trellis.alliance.person;

import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a person: which sign-in it is, and neither name nor address. */
sealed interface PersonEvent extends Event {
    /** @param issuer and sub name the sign-in; null until an invitation is accepted */
    record State(UUID id, String issuer, String sub) {}

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
}
