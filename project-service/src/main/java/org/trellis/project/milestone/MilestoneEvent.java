package org.trellis.project.milestone;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a milestone. */
sealed interface MilestoneEvent extends Event {
    /** A milestone's public state; its owner is an opaque id. */
    record State(
            UUID id,
            UUID projectId,
            UUID cycleId,
            UUID participationId,
            String name,
            UUID ownerId,
            LocalDate due,
            int remindDays,
            MilestoneState state,
            LocalDate metOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "milestone";
    }

    /** It is to be reached by a day. */
    record Planned(State state) implements MilestoneEvent {
        @Override
        public String type() {
            return "trellis.project.milestone-planned.v1";
        }
    }

    /** It is another, due on another day, or somebody else's. */
    record Changed(State state) implements MilestoneEvent {
        @Override
        public String type() {
            return "trellis.project.milestone-changed.v1";
        }
    }

    /** It is reached. */
    record Met(State state) implements MilestoneEvent {
        @Override
        public String type() {
            return "trellis.project.milestone-met.v1";
        }
    }

    /** Its day has gone by, and a school day has come. */
    record Missed(State state) implements MilestoneEvent {
        @Override
        public String type() {
            return "trellis.project.milestone-missed.v1";
        }
    }

    /** Nobody waits for it any more. */
    record Dropped(State state) implements MilestoneEvent {
        @Override
        public String type() {
            return "trellis.project.milestone-dropped.v1";
        }
    }
}
