package org.trellis.project.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of how true a school was to an intervention. */
sealed interface FidelityEvent extends Event {
    /** @param touched active ingredients that were left out or adapted */
    record State(
            UUID id,
            UUID projectId,
            UUID cycleId,
            UUID participationId,
            UUID organisationId,
            UUID interventionId,
            int edition,
            List<String> delivered,
            List<Adaptation> adapted,
            List<String> touched,
            String note,
            LocalDate reportedOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "fidelity";
    }

    /** A school has said what it delivered. */
    record Reported(State state) implements FidelityEvent {
        @Override
        public String type() {
            return "trellis.project.fidelity-reported.v1";
        }
    }

    /** A school has said that an active ingredient was left out or adapted. */
    record IngredientTouched(State state) implements FidelityEvent {
        @Override
        public String type() {
            return "trellis.project.active-ingredient-touched.v1";
        }
    }
}
