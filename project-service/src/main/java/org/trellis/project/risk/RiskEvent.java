package org.trellis.project.risk;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a project's risk. */
sealed interface RiskEvent extends Event {
    /** A risk's public state; its owner is an opaque id. */
    record State(
            UUID id,
            UUID projectId,
            RiskCategory category,
            String title,
            UUID ownerId,
            int likelihood,
            int impact,
            String mitigation,
            RiskState state,
            LocalDate raisedOn,
            LocalDate reviewedOn,
            LocalDate closedOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "project-risk";
    }

    /** Somebody minds it from now on. */
    record Raised(State state) implements RiskEvent {
        @Override
        public String type() {
            return "trellis.project.project-risk-raised.v1";
        }
    }

    /** It has been looked at anew. */
    record Reviewed(State state) implements RiskEvent {
        @Override
        public String type() {
            return "trellis.project.project-risk-reviewed.v1";
        }
    }

    /** It is none any more. */
    record Closed(State state) implements RiskEvent {
        @Override
        public String type() {
            return "trellis.project.project-risk-closed.v1";
        }
    }

    /** It is one again. */
    record Reopened(State state) implements RiskEvent {
        @Override
        public String type() {
            return "trellis.project.project-risk-reopened.v1";
        }
    }
}
