package org.trellis.reporting.impact;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.disclosure.Withholding.Counts;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.statistics.effect.PairedShares;

/**
 * All evidence on one pair of points of one measure, whole, with what this reader may see of it: for all pupils, and for
 * each dimension of subgroups.
 */
final class Evidence {
    private final Map<String, List<ImpactData.School>> bySubgroup;
    private final Map<UUID, ImpactData.Part> parts;
    private final Set<UUID> own;
    private final ImpactData.Measure measure;
    private final Withholding overall;
    private final Withholding thresholds;
    private final Map<String, Withholding> byDimension = new HashMap<>();

    Evidence(
            List<ImpactData.School> rows, Map<UUID, ImpactData.Part> parts, Set<UUID> own, ImpactData.Measure measure) {
        this.parts = parts;
        this.own = own;
        this.measure = measure;
        // a school that left and took its evidence with it is gone at once, even before its cells are
        bySubgroup = rows.stream()
                .filter(s -> !parts.get(s.id()).removed())
                .collect(Collectors.groupingBy(ImpactData.School::subgroup, TreeMap::new, Collectors.toList()));
        overall = Withholding.over(counts(all()));
        thresholds = Withholding.over(
                all().stream()
                        .map(s -> new Counts(s.id(), own.contains(s.id()), thresholdCounts(s.intervention())))
                        .toList(),
                overall::hides);
    }

    /** Rows of all pupils. */
    private List<ImpactData.School> all() {
        return bySubgroup.getOrDefault(Question.ALL, List.of());
    }

    Set<String> subgroups() {
        return bySubgroup.keySet();
    }

    Set<UUID> own() {
        return own;
    }

    /** The rows of a subgroup over a population, in the order of schools. */
    List<ImpactData.School> of(String subgroup, Population population) {
        return bySubgroup.getOrDefault(subgroup, List.of()).stream()
                .filter(s ->
                        population == Population.STARTERS || parts.get(s.id()).completed())
                .toList();
    }

    /** Schools that take part and from which nothing has been accepted yet. */
    List<ImpactData.Part> without(Collection<ImpactData.School> rows, Population population) {
        var there = rows.stream().map(ImpactData.School::id).toList();
        return parts.values().stream()
                .filter(p -> population == Population.STARTERS ? p.takesPart() : p.completed())
                .filter(p -> !there.contains(p.organisationId()))
                .sorted((a, b) -> a.organisationId().compareTo(b.organisationId()))
                .toList();
    }

    String name(UUID school) {
        return Optional.ofNullable(parts.get(school).name()).orElse("A school not yet known here");
    }

    Withholding withholding(String subgroup) {
        return subgroup.equals(Question.ALL)
                ? overall
                : byDimension.computeIfAbsent(dimension(subgroup), this::overDimension);
    }

    Withholding thresholds(String subgroup) {
        return subgroup.equals(Question.ALL) ? thresholds : withholding(subgroup);
    }

    static String dimension(String subgroup) {
        return subgroup.replaceAll("=[^&]*", "");
    }

    /** A school's values of a dimension add up to all its pupils, so they are shown or withheld together. */
    private Withholding overDimension(String dimension) {
        Map<UUID, List<Long>> counts = new TreeMap<>();
        bySubgroup.forEach((subgroup, rows) -> {
            if (!subgroup.equals(Question.ALL) && dimension(subgroup).equals(dimension)) {
                counts(rows).forEach(c -> counts.merge(c.school(), c.counts(), Evidence::together));
            }
        });
        return Withholding.over(
                counts.entrySet().stream()
                        .map(e -> new Counts(e.getKey(), own.contains(e.getKey()), e.getValue()))
                        .toList(),
                overall::hides);
    }

    private List<Counts> counts(Collection<ImpactData.School> rows) {
        return rows.stream()
                .map(s -> new Counts(
                        s.id(), own.contains(s.id()), together(counts(s.intervention()), counts(s.comparison()))))
                .toList();
    }

    private List<Long> counts(Arm arm) {
        if (arm == null) {
            return List.of();
        }
        return meansAreCounts() ? together(List.of(arm.n()), thresholdCounts(arm)) : List.of(arm.n());
    }

    /** On a scale with two steps the mean is the share of those who reach the upper one. */
    private boolean meansAreCounts() {
        return measure.minimum() != null && measure.maximum() != null && measure.maximum() - measure.minimum() <= 1;
    }

    private static List<Long> thresholdCounts(Arm arm) {
        PairedShares t = arm == null ? null : arm.threshold();
        return t == null
                ? List.of()
                : Stream.of(
                                t.before().reached(),
                                t.n() - t.before().reached(),
                                t.after().reached(),
                                t.n() - t.after().reached())
                        .map(Long::valueOf)
                        .toList();
    }

    private static List<Long> together(List<Long> some, List<Long> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
