package org.trellis.project.participation;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;
import org.trellis.project.project.Stage;

/** What others hear of an organisation in a project. */
sealed interface ParticipationEvent extends Event {
    /** A participation's public state. */
    record State(
            UUID id,
            UUID projectId,
            UUID organisationId,
            ParticipationStatus status,
            LocalDate startsOn,
            LocalDate endsOn,
            LeavingReason leavingReason,
            LeftEvidence evidence,
            Integer termsVersion,
            Stage stage) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "participation";
    }

    static ParticipationEvent of(ParticipationAction action, State state) {
        return switch (action) {
            case INVITE -> new Invited(state);
            case COMMIT -> new Committed(state);
            case ACTIVATE -> new Activated(state);
            case COMPLETE -> new Completed(state);
            case WITHDRAW -> new Withdrawn(state);
        };
    }

    /** It would like to take part. */
    record Interested(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-interested.v1";
        }
    }

    /** It is asked to take part. */
    record Invited(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-invited.v1";
        }
    }

    /** Its head has said yes. */
    record Committed(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-committed.v1";
        }
    }

    /** It has come to another stage of putting it into practice. */
    record StageReached(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-stage-reached.v1";
        }
    }

    /** It takes part from another day. */
    record Changed(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-changed.v1";
        }
    }

    /** It delivers. */
    record Activated(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-activated.v1";
        }
    }

    /** It has seen the project through. */
    record Completed(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-completed.v1";
        }
    }

    /** It has left, and its evidence stays or goes as it said. */
    record Withdrawn(State state) implements ParticipationEvent {
        @Override
        public String type() {
            return "trellis.project.school-withdrawn.v1";
        }
    }
}
