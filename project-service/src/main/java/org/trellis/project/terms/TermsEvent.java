package org.trellis.project.terms;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a project's terms. */
sealed interface TermsEvent extends Event {
    /** A version of a project's terms. */
    record State(UUID id, UUID projectId, int number, String text, LocalDate publishedOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "terms";
    }

    /** Whoever commits from now on agrees to these. */
    record Published(State state) implements TermsEvent {
        @Override
        public String type() {
            return "trellis.project.terms-published.v1";
        }
    }
}
