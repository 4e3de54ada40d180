package org.trellis.evidence.completeness;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.trellis.evidence.completeness.CompletenessEvent.Item;
import org.trellis.evidence.completeness.CompletenessEvent.State;

/**
 * What is planned and what is there, of a cohort on a measure at a point.
 *
 * @param planned false for scores that nothing asks for any more
 * @param baselines how many measures of the project have a baseline
 */
record Counted(
        UUID projectId,
        UUID cycleId,
        UUID organisationId,
        UUID cohortId,
        UUID measureId,
        String point,
        boolean planned,
        int baselines,
        LocalDate due,
        Integer expected,
        int received,
        int accepted) {

    private static final String BASELINE = "BASELINE";

    /** Whose school day counts towards what is overdue. */
    interface Overdue {
        int schoolDays(UUID organisation, LocalDate due);
    }

    private Item item(Overdue overdue) {
        var missing = expected == null ? null : Integer.valueOf(Math.max(0, expected - received));
        boolean late = due != null && (missing == null ? planned && received == 0 : missing > 0);
        return new Item(
                cohortId,
                measureId,
                point,
                due,
                expected,
                received,
                accepted,
                missing,
                late ? overdue.schoolDays(organisationId, due) : 0);
    }

    /** @param counted all of one school in one cycle */
    static State state(UUID id, Collection<Counted> counted, Overdue overdue) {
        var any = counted.iterator().next();
        var baselines = baselines(counted);
        return new State(
                id,
                any.projectId(),
                any.cycleId(),
                any.organisationId(),
                !baselines.isEmpty()
                        && counted.stream().allMatch(c -> !c.planned() || c.baselines() == baselines.size()),
                baselines,
                counted.stream().map(c -> c.item(overdue)).toList());
    }

    /** A measure's baseline is accepted once that of each cohort is; who is absent was the moderator's to judge. */
    private static List<UUID> baselines(Collection<Counted> counted) {
        var planned = counted.stream()
                .filter(c -> c.planned() && c.point().equals(BASELINE))
                .toList();
        return planned.stream()
                .map(Counted::measureId)
                .distinct()
                .filter(measure -> planned.stream()
                        .filter(c -> c.measureId().equals(measure))
                        .allMatch(c -> c.accepted() > 0))
                .toList();
    }
}
