package org.trellis.evidence.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes the cells of cohorts from the scores that count; nothing else goes in. */
final class Outcomes {
    private static final int FEWEST_WITH_MOMENTS = 3;

    private final Plan plan;
    private final Collection<Scored> scores;
    private final Cause cause;
    private final Map<UUID, Cell> cells = new HashMap<>();

    private Outcomes(Plan plan, Collection<Scored> scores, Cause cause) {
        this.plan = plan;
        this.scores = scores;
        this.cause = cause;
    }

    /**
     * @param scores of the plan's cycle and measure: all of these cohorts, and all others of the same references
     * @param cohorts whose cells are wanted
     * @return those that are not empty, by id
     */
    static Map<UUID, Cell> of(Plan plan, Collection<Scored> scores, Set<UUID> cohorts, Cause cause) {
        var outcomes = new Outcomes(plan, scores, cause);
        for (var to : outcomes.laterPoints()) {
            Pairing.byCohort(Pairing.of(scores, to)).forEach((cohort, pairings) -> {
                if (cohorts.contains(cohort) && (plan.points().contains(to) || hasLater(pairings))) {
                    outcomes.cohort(to, pairings);
                }
            });
        }
        return outcomes.cells;
    }

    private Set<String> laterPoints() {
        return Stream.concat(plan.points().stream(), scores.stream().map(Scored::point))
                .filter(point -> !point.equals(Pairing.BASELINE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A point outside the plan is a cohort's own matter: what others have there makes no cell here. */
    private static boolean hasLater(List<Pairing> pairings) {
        return pairings.stream().anyMatch(p -> p.later() != null);
    }

    private void cohort(String to, List<Pairing> pairings) {
        cell(to, "ALL", pairings);
        pairings.stream()
                .map(Pairing::earlier)
                .filter(Objects::nonNull)
                .flatMap(earlier -> earlier.subgroups().keySet().stream())
                .distinct()
                .forEach(dimension -> pairings.stream()
                        .collect(Collectors.groupingBy(p -> p.subgroup(dimension)))
                        .forEach((value, those) -> cell(to, dimension + "=" + value, those)));
    }

    private void cell(String to, String subgroup, List<Pairing> pairings) {
        var first = pairings.getFirst().first();
        var name = Stream.of(
                        plan.projectId(),
                        plan.cycleId(),
                        first.cohortId(),
                        plan.measureId(),
                        Pairing.BASELINE,
                        to,
                        subgroup)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
        var pairs = pairings.stream().filter(Pairing::complete).toList();
        var cell = new Cell(
                NameBased.cell(name),
                plan.projectId(),
                plan.cycleId(),
                first.cohortId(),
                first.organisationId(),
                plan.measureId(),
                Pairing.BASELINE,
                to,
                subgroup,
                pairs.size(),
                moments(pairs),
                (int) pairings.stream().filter(p -> p.later() == null).count(),
                (int) pairings.stream().filter(p -> p.earlier() == null).count(),
                threshold(pairs),
                sources(pairings),
                cause);
        cells.put(cell.id(), cell);
    }

    private static Moments moments(List<Pairing> pairs) {
        if (pairs.size() < FEWEST_WITH_MOMENTS) {
            return null;
        }
        var sum = new Moments.Sum();
        pairs.forEach(p -> sum.add(p.earlier().value(), p.later().value()));
        return sum.moments();
    }

    private Cell.Threshold threshold(List<Pairing> pairs) {
        if (plan.threshold() == null) {
            return null;
        }
        int[] counts = new int[4];
        pairs.forEach(p -> counts[
                (plan.reaches(p.earlier().value()) ? 2 : 0)
                        + (plan.reaches(p.later().value()) ? 1 : 0)]++);
        return new Cell.Threshold(counts[0], counts[1], counts[2], counts[3]);
    }

    private static List<Cell.Source> sources(List<Pairing> pairings) {
        return pairings.stream()
                .flatMap(p -> Stream.of(p.earlier(), p.later()))
                .filter(Objects::nonNull)
                .map(Scored::source)
                .distinct()
                .sorted(Comparator.comparing((Cell.Source s) -> s.id().toString()))
                .toList();
    }
}
