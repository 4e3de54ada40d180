package org.trellis.project.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of how ready a project is. */
sealed interface ReadinessEvent extends Event {
    /** All answers, with the day on which they were worked out. */
    record State(UUID id, UUID projectId, LocalDate checkedOn, List<Given> answers) {}

    /** An answer to one message. */
    record Given(Message message, Answer answer) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "readiness";
    }

    /** At least one answer is another. */
    record Changed(State state) implements ReadinessEvent {
        @Override
        public String type() {
            return "trellis.project.readiness-changed.v1";
        }
    }
}
