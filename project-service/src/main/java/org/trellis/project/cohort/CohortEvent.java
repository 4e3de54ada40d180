package org.trellis.project.cohort;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;
import org.trellis.project.About;
import org.trellis.project.YearGroup;

/** What others hear of a cohort. */
sealed interface CohortEvent extends Event {
    /** A cohort's public state; who teaches it, stays here. */
    record State(
            UUID id,
            UUID projectId,
            UUID participationId,
            UUID organisationId,
            String name,
            Arm arm,
            About about,
            YearGroup yearGroup,
            Integer size,
            boolean priorYear,
            LocalDate startsOn,
            LocalDate endsOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "cohort";
    }

    /** It will be measured. */
    record Formed(State state) implements CohortEvent {
        @Override
        public String type() {
            return "trellis.project.cohort-formed.v1";
        }
    }

    /** It is not as it was: another arm, another size. */
    record Changed(State state) implements CohortEvent {
        @Override
        public String type() {
            return "trellis.project.cohort-changed.v1";
        }
    }
}
