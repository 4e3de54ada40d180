package org.trellis.project.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a learning cycle. */
sealed interface CycleEvent extends Event {
    /** A cycle's public state. */
    record State(
            UUID id, UUID projectId, int number, String name, CyclePhase phase, LocalDate startsOn, LocalDate endsOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "cycle";
    }

    /** It is being planned. */
    record Started(State state) implements CycleEvent {
        @Override
        public String type() {
            return "trellis.project.cycle-started.v1";
        }
    }

    /** It has come a step further. */
    record PhaseChanged(State state) implements CycleEvent {
        @Override
        public String type() {
            return "trellis.project.cycle-phase-changed.v1";
        }
    }
}
