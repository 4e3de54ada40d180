package org.trellis.alliance.alliance;

import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an alliance. */
sealed interface AllianceEvent extends Event {
    /** An alliance's public state. */
    record State(
            UUID id,
            String name,
            AllianceKind kind,
            AllianceStatus status,
            String vision,
            UUID trustId,
            boolean invented) {}

    @Override
    default String aggregate() {
        return "alliance";
    }

    record Formed(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.alliance-formed.v1";
        }
    }

    record Changed(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.alliance-changed.v1";
        }
    }
}
