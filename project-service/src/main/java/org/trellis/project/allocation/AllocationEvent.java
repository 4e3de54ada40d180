package org.trellis.project.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an allocation. */
sealed interface AllocationEvent extends Event {
    /** What was drawn from what, and how, so that it can be drawn again. */
    record State(
            UUID id,
            UUID projectId,
            LocalDate allocatedOn,
            Unit unit,
            List<String> arms,
            List<String> strata,
            long seed,
            Boolean seedGiven,
            String algorithm,
            List<Place> places) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "allocation";
    }

    /** Schools or cohorts were put into arms by chance. */
    record Allocated(State state) implements AllocationEvent {
        @Override
        public String type() {
            return "trellis.project.arms-allocated.v1";
        }
    }
}
