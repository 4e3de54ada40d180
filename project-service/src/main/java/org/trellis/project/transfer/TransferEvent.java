package org.trellis.project.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an offer; that the project changed hands, the project itself tells. */
sealed interface TransferEvent extends Event {
    /** An offer's public state. */
    record State(
            UUID id,
            UUID projectId,
            UUID fromAllianceId,
            UUID toAllianceId,
            TransferStatus status,
            boolean remainsPartner,
            LocalDate offeredOn,
            LocalDate answeredOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "project-transfer";
    }

    static TransferEvent of(TransferAction action, State state) {
        return switch (action) {
            case ACCEPT -> new Accepted(state);
            case DECLINE -> new Declined(state);
            case TAKE_BACK -> new TakenBack(state);
        };
    }

    /** The alliance that owns a project offers it to another one. */
    record Offered(State state) implements TransferEvent {
        @Override
        public String type() {
            return "trellis.project.transfer-offered.v1";
        }
    }

    /** The other one takes it. */
    record Accepted(State state) implements TransferEvent {
        @Override
        public String type() {
            return "trellis.project.transfer-accepted.v1";
        }
    }

    /** The other one does not want it. */
    record Declined(State state) implements TransferEvent {
        @Override
        public String type() {
            return "trellis.project.transfer-declined.v1";
        }
    }

    /** It is offered no more. */
    record TakenBack(State state) implements TransferEvent {
        @Override
        public String type() {
            return "trellis.project.transfer-taken-back.v1";
        }
    }
}
