package org.trellis.evidence.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of how much of a school's evidence is there: counts, and nothing of what it says. */
public sealed interface CompletenessEvent extends Event {
    /**
     * What a school has handed in of a cycle of a project.
     *
     * @param baselineAccepted whether every success measure's baseline is accepted
     * @param baselineMeasureIds the success measures whose baseline is accepted for all of the school's cohorts
     */
    record State(
            UUID id,
            UUID projectId,
            UUID cycleId,
            UUID organisationId,
            boolean baselineAccepted,
            List<UUID> baselineMeasureIds,
            List<Item> items) {}

    /**
     * A cohort on a measure at a point.
     *
     * @param due null where the project has set no day
     * @param expected the cohort's size; null where it is not known, or nothing is expected any more
     * @param received how many have a score that was handed in, accepted ones included
     * @param missing of those expected; null where that is not known
     * @param overdueSchoolDays school days since the due day, while anything is missing
     */
    record Item(
            UUID cohortId,
            UUID measureId,
            String point,
            LocalDate due,
            Integer expected,
            int received,
            int accepted,
            Integer missing,
            int overdueSchoolDays) {}

    @Override
    default String aggregate() {
        return "completeness";
    }

    /** More or less is there, or expected, than before. */
    record Changed(State state) implements CompletenessEvent {
        @Override
        public String type() {
            return "trellis.evidence.completeness-changed.v1";
        }
    }

    /** The school's baseline is whole from now on: it may start delivering. */
    record BaselineAccepted(State state) implements CompletenessEvent {
        @Override
        public String type() {
            return "trellis.evidence.baseline-accepted.v1";
        }
    }
}
