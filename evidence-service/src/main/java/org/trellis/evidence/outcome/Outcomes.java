package org.trellis.evidence.outcome;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Computes the cells of cohorts from the scores that count; nothing else goes in. */
final class Outcomes {
    private static final String ALL = "ALL";

    private final Plan plan;
    private final Collection<Scored> scores;
    private final Collection<Tallied> tallies;
    private final Cause cause;
    private final Map<UUID, Cell> cells = new HashMap<>();

    private Outcomes(Plan plan, Collection<Scored> scores, Collection<Tallied> tallies, Cause cause) {
        this.plan = plan;
        this.scores = scores;
        this.tallies = tallies;
        this.cause = cause;
    }

    /**
     * @param scores of the plan's cycle and measure: all of these cohorts, and all others of the same references
     * @param tallies of the plan's cycle and measure and of these cohorts
     * @param cohorts whose cells are wanted
     * @return those that are not empty, by id
     */
    static Map<UUID, Cell> of(
            Plan plan, Collection<Scored> scores, Collection<Tallied> tallies, Set<UUID> cohorts, Cause cause) {
        var outcomes = new Outcomes(plan, scores, tallies, cause);
        for (var to : outcomes.laterPoints()) {
            outcomes.unpaired(to, cohorts);
            Pairing.byCohort(Pairing.of(scores, to)).forEach((cohort, pairings) -> {
                if (cohorts.contains(cohort) && (plan.points().contains(to) || hasLater(pairings))) {
                    outcomes.cohort(to, pairings);
                }
            });
        }
        return outcomes.cells;
    }

    private Set<String> laterPoints() {
        return Stream.of(
                        plan.points().stream(),
                        scores.stream().map(Scored::point),
                        tallies.stream().map(Tallied::point))
                .flatMap(points -> points)
                .filter(point -> !point.equals(Pairing.BASELINE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A point outside the plan is a cohort's own matter: what others have there makes no cell here. */
    private static boolean hasLater(List<Pairing> pairings) {
        return pairings.stream().anyMatch(p -> p.later() != null);
    }

    private void cohort(String to, List<Pairing> pairings) {
        cell(to, ALL, pairings, false);
        pairings.stream()
                .map(Pairing::earlier)
                .filter(Objects::nonNull)
                .flatMap(earlier -> earlier.subgroups().keySet().stream())
                .distinct()
                .forEach(dimension -> {
                    var groups = pairings.stream().collect(Collectors.groupingBy(p -> p.subgroup(dimension)));
                    var withheld = withheld(groups);
                    groups.forEach(
                            (value, those) -> cell(to, dimension + "=" + value, those, withheld.contains(value)));
                });
    }

    /**
     * Of staff, groups that are too small, and the next larger ones until those who are withheld are enough together: what
     * is left of all when the others are taken away is a group too.
     */
    private Set<String> withheld(Map<String, List<Pairing>> groups) {
        var withheld = new HashSet<String>();
        if (plan.aboutStaff()) {
            var sizes = groups.entrySet().stream()
                    .map(group ->
                            Map.entry(group.getKey(), complete(group.getValue()).size()))
                    .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .toList();
            int people = 0;
            for (var group : sizes) {
                if (group.getValue() < plan.fewest() || people > 0 && people < plan.fewest()) {
                    withheld.add(group.getKey());
                    people += group.getValue();
                }
            }
        }
        return withheld;
    }

    private static List<Pairing> complete(List<Pairing> pairings) {
        return pairings.stream().filter(Pairing::complete).toList();
    }

    private void cell(String to, String subgroup, List<Pairing> pairings, boolean withheld) {
        var first = pairings.getFirst().first();
        cell(to, subgroup, first.cohortId(), first.organisationId(), pairings, withheld, List.of());
    }

    /** Answers that go with no reference are a cohort's as a whole, beside the pairs if there are any. */
    private void unpaired(String to, Set<UUID> cohorts) {
        tallies.stream()
                .filter(t -> t.point().equals(Pairing.BASELINE) || t.point().equals(to))
                .filter(t -> cohorts.contains(t.cohortId()))
                .collect(Collectors.groupingBy(Tallied::cohortId))
                .forEach((cohort, those) -> {
                    if (plan.points().contains(to)
                            || those.stream().anyMatch(t -> t.point().equals(to))) {
                        cell(to, ALL, cohort, those.getFirst().organisationId(), List.of(), false, those);
                    }
                });
    }

    private void cell(
            String to,
            String subgroup,
            UUID cohort,
            UUID organisation,
            List<Pairing> pairings,
            boolean withheld,
            List<Tallied> answers) {
        var name = Stream.of(plan.projectId(), plan.cycleId(), cohort, plan.measureId(), Pairing.BASELINE, to, subgroup)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
        var pairs = complete(pairings);
        var shown = withheld ? List.<Pairing>of() : pairs;
        var cell = new Cell(
                NameBased.cell(name),
                plan.projectId(),
                plan.cycleId(),
                cohort,
                organisation,
                plan.measureId(),
                Pairing.BASELINE,
                to,
                subgroup,
                pairs.size(),
                moments(shown),
                (int) pairings.stream().filter(p -> p.later() == null).count(),
                (int) pairings.stream().filter(p -> p.earlier() == null).count(),
                (int) pairs.stream().filter(Pairing::transferred).count(),
                threshold(shown),
                categories(shown),
                meanDaysBetween(shown),
                unpaired(answers, to),
                sources(pairings, answers),
                cause);
        cells.merge(cell.id(), cell, (answered, paired) -> paired.with(answered));
    }

    private Moments moments(List<Pairing> pairs) {
        if (pairs.size() < plan.fewest()) {
            return null;
        }
        var sum = new Moments.Sum();
        pairs.forEach(p -> sum.add(p.earlier().value(), p.later().value()));
        return sum.moments();
    }

    private Cell.Threshold threshold(List<Pairing> pairs) {
        if (plan.threshold() == null || plan.aboutStaff() && pairs.size() < plan.fewest()) {
            return null;
        }
        int[] counts = new int[4];
        pairs.forEach(p -> counts[
                (plan.reaches(p.earlier().value()) ? 2 : 0)
                        + (plan.reaches(p.later().value()) ? 1 : 0)]++);
        return new Cell.Threshold(counts[0], counts[1], counts[2], counts[3]);
    }

    private Cell.Categories categories(List<Pairing> pairs) {
        var steps = plan.steps();
        if (steps.isEmpty() || pairs.size() < plan.fewest() || !pairs.stream().allMatch(Outcomes::whole)) {
            return null;
        }
        int[][] counts = new int[steps.size()][steps.size()];
        int first = steps.getFirst();
        pairs.forEach(p ->
                counts[p.earlier().value().intValue() - first][p.later().value().intValue() - first]++);
        return new Cell.Categories(
                steps,
                Stream.of(counts).map(row -> IntStream.of(row).boxed().toList()).toList());
    }

    private static boolean whole(Pairing pair) {
        return Stream.of(pair.earlier(), pair.later())
                .allMatch(scored -> scored.value().stripTrailingZeros().scale() <= 0);
    }

    /** A whole number of days in all, divided once: the order of the pairs cannot move a bit. */
    private Double meanDaysBetween(List<Pairing> pairs) {
        if (!plan.ageInMonths() || pairs.size() < plan.fewest()) {
            return null;
        }
        long days = pairs.stream()
                .mapToLong(p ->
                        ChronoUnit.DAYS.between(p.earlier().takenOn(), p.later().takenOn()))
                .sum();
        return (double) days / pairs.size();
    }

    private Cell.Unpaired unpaired(List<Tallied> answers, String to) {
        if (few(answers, Pairing.BASELINE) || few(answers, to)) {
            return null;
        }
        var values = answers.stream()
                .map(t -> t.value().doubleValue())
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty()
                ? null
                : new Cell.Unpaired(values, people(answers, Pairing.BASELINE, values), people(answers, to, values));
    }

    private boolean few(List<Tallied> answers, String point) {
        int people = answers.stream()
                .filter(t -> t.point().equals(point))
                .mapToInt(Tallied::people)
                .sum();
        return people > 0 && people < plan.fewest();
    }

    private static List<Integer> people(List<Tallied> answers, String point, List<Double> values) {
        return values.stream()
                .map(value -> answers.stream()
                        .filter(t -> t.point().equals(point) && t.value().doubleValue() == value)
                        .mapToInt(Tallied::people)
                        .sum())
                .toList();
    }

    private static List<Cell.Source> sources(List<Pairing> pairings, List<Tallied> answers) {
        return Stream.concat(
                        pairings.stream()
                                .flatMap(p -> Stream.of(p.earlier(), p.later()))
                                .filter(Objects::nonNull)
                                .map(Scored::source),
                        answers.stream().map(Tallied::source))
                .distinct()
                .sorted(Comparator.comparing((Cell.Source s) -> s.id().toString()))
                .toList();
    }
}
