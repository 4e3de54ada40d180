package org.trellis.alliance.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an alliance. */
sealed interface AllianceEvent extends Event {
    /**
     * An alliance's public state.
     *
     * @param endedOn the first day on which it works no longer; null while it does
     * @param designation the latest one; null where it never was designated
     * @param protocols the latest version of each kind
     */
    record State(
            UUID id,
            String name,
            AllianceKind kind,
            AllianceStatus status,
            String vision,
            List<String> values,
            Region region,
            String cohort,
            UUID trustId,
            LocalDate formedOn,
            LocalDate endedOn,
            EndingReason endingReason,
            DesignationState designation,
            List<ProtocolState> protocols,
            boolean invented) {}

    /** @param lostOn the first day on which it no longer holds; null while it does */
    record DesignationState(LocalDate awardedOn, LocalDate lostOn, LossReason lostReason) {}

    /** What must be met to join or to leave. */
    record ProtocolState(ProtocolKind kind, int version, LocalDate validFrom, List<Requirement> requirements) {}

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

    record DesignationAwarded(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.designation-awarded.v1";
        }
    }

    /** Leaves the alliance standing, without what the designation gave it. */
    record DesignationLost(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.designation-lost.v1";
        }
    }

    record DesignationHandedOn(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.designation-handed-on.v1";
        }
    }

    /** It works no longer. */
    record Ended(State state) implements AllianceEvent {
        @Override
        public String type() {
            return "trellis.alliance.alliance-ended.v1";
        }
    }
}
