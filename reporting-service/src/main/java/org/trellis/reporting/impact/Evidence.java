package org.trellis.reporting.impact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.reporting.disclosure.Audience;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.disclosure.Withholding.Counts;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.statistics.effect.PairedShares;

/**
 * All evidence on one pair of points of one measure, whole, with what this reader may see of it: for all pupils, and for
 * each dimension of subgroups.
 */
final class Evidence {
    private static final double COARSE = 10;

    private final Map<String, List<ImpactData.School>> bySubgroup;
    private final Map<UUID, ImpactData.Part> parts;
    private final Audience audience;
    private final ImpactData.Measure measure;
    private final Withholding overall;
    private final Withholding thresholds;
    private final Map<Set<String>, Withholding> byDimensions = new HashMap<>();
    private final Map<Set<String>, Withholding> thresholdsByDimensions = new HashMap<>();

    Evidence(
            List<ImpactData.School> rows,
            Map<UUID, ImpactData.Part> parts,
            Audience audience,
            ImpactData.Measure measure) {
        this.parts = parts;
        this.audience = audience;
        this.measure = measure;
        // a school that left and took its evidence with it is gone at once, even before its cells are
        bySubgroup = rows.stream()
                .filter(s -> !parts.get(s.id()).removed())
                .collect(Collectors.groupingBy(ImpactData.School::subgroup, TreeMap::new, Collectors.toList()));
        overall = Withholding.over(counts(all(), this::shown), audience);
        thresholds = Withholding.over(counts(all(), Evidence::reached), audience, overall::hides);
    }

    /** Rows of all pupils. */
    private List<ImpactData.School> all() {
        return bySubgroup.getOrDefault(Question.ALL, List.of());
    }

    Set<String> subgroups() {
        return bySubgroup.keySet();
    }

    boolean own(UUID school) {
        return audience.own().contains(school);
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
                : byDimensions.computeIfAbsent(
                        tied(dimension(subgroup)), dimensions -> over(dimensions, this::shown, overall));
    }

    /** Of the numbers of people who reach the measure's threshold. */
    Withholding thresholds(String subgroup) {
        return subgroup.equals(Question.ALL)
                ? thresholds
                : thresholdsByDimensions.computeIfAbsent(
                        tied(dimension(subgroup)),
                        dimensions -> over(dimensions, Evidence::reached, withholding(subgroup), thresholds));
    }

    static String dimension(String subgroup) {
        return subgroup.replaceAll("=[^&]*", "");
    }

    /** When a school began to take part; null where that is not known. */
    LocalDate since(UUID school) {
        return parts.get(school).since();
    }

    /** How many schools began, stayed and left; numbers of schools are for everybody. */
    ImpactView.Flow flow() {
        return new ImpactView.Flow(
                count(part -> part.takesPart() || part.left()),
                all().size(),
                count(ImpactData.Part::completed),
                count(ImpactData.Part::left));
    }

    private int count(Predicate<ImpactData.Part> which) {
        return (int) parts.values().stream().filter(which).count();
    }

    /**
     * This dimension and those that crosses tie to it: counts of a cross add up to those of its dimensions, so a school
     * that is hidden in one is hidden in all of them.
     */
    private Set<String> tied(String dimension) {
        Set<String> tied = new TreeSet<>(parts(dimension));
        boolean more = true;
        while (more) {
            more = false;
            for (String subgroup : bySubgroup.keySet()) {
                var crossed = parts(dimension(subgroup));
                if (!subgroup.equals(Question.ALL) && crossed.stream().anyMatch(tied::contains)) {
                    more |= tied.addAll(crossed);
                }
            }
        }
        return tied;
    }

    private static List<String> parts(String dimension) {
        return List.of(dimension.split("&"));
    }

    /** A school's values of a dimension add up to all its pupils, so they are shown or withheld together. */
    private Withholding over(
            Set<String> dimensions, Function<ImpactData.School, List<Long>> numbers, Withholding... already) {
        Map<UUID, List<Long>> counts = new TreeMap<>();
        bySubgroup.forEach((subgroup, rows) -> {
            if (!subgroup.equals(Question.ALL) && dimensions.containsAll(parts(dimension(subgroup)))) {
                counts(rows, numbers).forEach(c -> counts.merge(c.school(), c.counts(), Evidence::together));
            }
        });
        return Withholding.over(
                counts.entrySet().stream()
                        .map(e -> new Counts(e.getKey(), e.getValue()))
                        .toList(),
                audience,
                school -> Stream.of(already).anyMatch(w -> w.hides(school)));
    }

    private List<Counts> counts(Collection<ImpactData.School> rows, Function<ImpactData.School, List<Long>> numbers) {
        return rows.stream().map(s -> new Counts(s.id(), numbers.apply(s))).toList();
    }

    /** Numbers that a school's row shows or gives away. */
    private List<Long> shown(ImpactData.School school) {
        return together(counts(school.intervention()), counts(school.comparison()));
    }

    private static List<Long> reached(ImpactData.School school) {
        return thresholdCounts(school.intervention());
    }

    private List<Long> counts(Arm arm) {
        if (arm == null) {
            return List.of();
        }
        var people = arm.answers() == null
                ? List.of(arm.n())
                : List.of(arm.n(), (long) arm.answers().peopleBefore(), (long)
                        arm.answers().peopleAfter());
        return meansAreCounts() ? together(people, thresholdCounts(arm)) : people;
    }

    /** On a scale of few steps a mean and a standard deviation tell how many reached the threshold. */
    private boolean meansAreCounts() {
        return measure.minimum() != null
                && measure.maximum() != null
                && measure.maximum() - measure.minimum() <= COARSE;
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
