package org.trellis.project.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a learning cycle. */
sealed interface CycleEvent extends Event {
    /** A cycle's public state. */
    record State(
            UUID id,
            UUID projectId,
            int number,
            String name,
            CyclePhase phase,
            LocalDate startsOn,
            LocalDate endsOn,
            List<School> schools,
            Decision decision,
            String nextFocus,
            LocalDate reviewedOn,
            Learnt review) {}

    /** What leaders learnt, and what peers of other alliances asked of them. */
    record Learnt(
            String wentWell, String wentBadly, String problems, List<Challenge> challenges, String noChallengeReason) {}

    /** A school that delivers in it. @param waived whether it began without some of its baseline */
    record School(UUID participationId, UUID organisationId, LocalDate since, boolean waived) {}

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

    /** A school has begun to deliver after the others. */
    record DeliveryBegun(State state) implements CycleEvent {
        @Override
        public String type() {
            return "trellis.project.cycle-delivery-begun.v1";
        }
    }

    /** A school may do without a baseline. */
    record BaselineWaived(State state) implements CycleEvent {
        @Override
        public String type() {
            return "trellis.project.baseline-waived.v1";
        }
    }

    /** It has been looked back upon, and there is a decision. */
    record Reviewed(State state) implements CycleEvent {
        @Override
        public String type() {
            return "trellis.project.cycle-reviewed.v1";
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
