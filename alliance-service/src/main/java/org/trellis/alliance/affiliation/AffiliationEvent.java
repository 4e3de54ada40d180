package org.trellis.alliance.affiliation;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an affiliation. */
sealed interface AffiliationEvent extends Event {
    /** @param endsOn the first day on which it no longer holds; null while open */
    record State(UUID id, UUID organisationId, UUID toId, AffiliationKind kind, LocalDate startsOn, LocalDate endsOn) {}

    @Override
    default String aggregate() {
        return "affiliation";
    }

    record Started(State state) implements AffiliationEvent {
        @Override
        public String type() {
            return "trellis.alliance.affiliation-started.v1";
        }
    }

    record Ended(State state) implements AffiliationEvent {
        @Override
        public String type() {
            return "trellis.alliance.affiliation-ended.v1";
        }
    }

    /** It was to somebody else, or held on other days, than was said. */
    record Corrected(State state) implements AffiliationEvent {
        @Override
        public String type() {
            return "trellis.alliance.affiliation-corrected.v1";
        }
    }
}
