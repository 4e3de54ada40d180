package org.trellis.project.intervention;

import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an intervention. */
sealed interface InterventionEvent extends Event {
    /**
     * An intervention's public state.
     *
     * @param code of the toolkit; null for an alliance's own
     * @param allianceId null for the toolkit's
     * @param edition counts changes of what it is, from 1
     */
    record State(
            UUID id,
            String code,
            UUID allianceId,
            UUID basedOnId,
            int edition,
            String name,
            List<String> strands,
            String summary,
            String theoryOfChange,
            List<String> activeIngredients,
            List<String> adaptable,
            List<Source> evidence) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "intervention";
    }

    /** It can be used. */
    record Registered(State state) implements InterventionEvent {
        @Override
        public String type() {
            return "trellis.project.intervention-registered.v1";
        }
    }

    /** It is another from here on; what used it used the edition before. */
    record Revised(State state) implements InterventionEvent {
        @Override
        public String type() {
            return "trellis.project.intervention-revised.v1";
        }
    }
}
