package org.trellis.alliance.priority;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a priority. */
sealed interface PriorityEvent extends Event {
    /** @param endsOn the first day on which it no longer holds; null while none is agreed */
    record State(
            UUID id,
            UUID allianceId,
            String title,
            String description,
            FocusArea focusArea,
            LocalDate startsOn,
            LocalDate endsOn) {}

    @Override
    default String aggregate() {
        return "priority";
    }

    record Agreed(State state) implements PriorityEvent {
        @Override
        public String type() {
            return "trellis.alliance.priority-agreed.v1";
        }
    }

    record Changed(State state) implements PriorityEvent {
        @Override
        public String type() {
            return "trellis.alliance.priority-changed.v1";
        }
    }

    record Ended(State state) implements PriorityEvent {
        @Override
        public String type() {
            return "trellis.alliance.priority-ended.v1";
        }
    }
}
