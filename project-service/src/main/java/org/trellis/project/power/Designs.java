package org.trellis.project.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.problem.Problems;

/** The designs that a project's cohorts allow, each with the smallest effect that it would show. */
final class Designs {
    private static final int FEWEST_SCHOOLS = 4;

    private final List<MeasuredGroup> groups;
    private final List<MeasuredGroup> now;
    private final Map<UUID, List<MeasuredGroup>> bySchool;
    private final Assumptions assumptions;

    private Designs(List<MeasuredGroup> groups, Assumptions assumptions) {
        this.groups = groups;
        this.assumptions = assumptions;
        now = sized(false);
        bySchool = now.stream().collect(Collectors.groupingBy(MeasuredGroup::school));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 sizes-missing where no cohort says how many are in it */
    static DesignAdvice advice(List<MeasuredGroup> groups, Assumptions assumptions) {
        return new Designs(groups, assumptions).advice();
    }

    private DesignAdvice advice() {
        if (members(now) < 2) {
            throw Problems.conflict(
                    "sizes-missing",
                    "Without the cohorts' sizes nothing can be said",
                    List.of("a cohort of this year with its size"));
        }
        var possible = possible();
        var suggested = suggested(possible);
        return new DesignAdvice(
                bySchool.size(),
                now.size(),
                members(now),
                groups.stream()
                        .filter(group -> group.size() == null)
                        .map(MeasuredGroup::id)
                        .toList(),
                assumptions,
                possible,
                suggested,
                reason(possible, suggested));
    }

    private List<PossibleDesign> possible() {
        var possible = new ArrayList<PossibleDesign>();
        int members = members(now);
        if (assumptions.individually()) {
            add(
                    possible,
                    "WITHIN_SCHOOLS",
                    AllocatedUnit.PUPILS,
                    assumptions.groups(members - members / 2, members / 2, bySchool.size()),
                    List.of());
        }
        addCohorts(possible);
        if (bySchool.size() >= FEWEST_SCHOOLS) {
            var totals = bySchool.values().stream().map(Designs::members).toList();
            add(
                    possible,
                    "BETWEEN_SCHOOLS",
                    AllocatedUnit.SCHOOLS,
                    assumptions.clusters(totals.size(), harmonicMean(totals), 1),
                    List.of());
        }
        addLastYears(possible);
        add(
                possible,
                "BEFORE_AND_AFTER",
                null,
                assumptions.beforeAndAfter(members),
                List.of("What all would have gained anyway counts as an effect"));
        return possible;
    }

    /** Classes within schools that have two or more of them. */
    private void addCohorts(List<PossibleDesign> possible) {
        var several = bySchool.values().stream().filter(of -> of.size() > 1).toList();
        var classes =
                several.stream().flatMap(List::stream).map(MeasuredGroup::size).toList();
        if (!classes.isEmpty()) {
            add(
                    possible,
                    "WITHIN_SCHOOLS",
                    AllocatedUnit.COHORTS,
                    assumptions.clusters(classes.size(), harmonicMean(classes), several.size()),
                    List.of("What one class learns of the other's lessons makes the difference smaller"));
        }
    }

    private void addLastYears(List<PossibleDesign> possible) {
        int before = members(sized(true));
        if (before > 0) {
            add(
                    possible,
                    "LAST_YEARS_COHORT",
                    null,
                    assumptions.groups(members(now), before, bySchool.size()),
                    List.of("Whatever else differs between the two years counts as an effect"));
        }
    }

    private static void add(
            List<PossibleDesign> possible, String design, AllocatedUnit unit, Figures figures, List<String> warnings) {
        if (figures.degreesOfFreedom() >= 1) {
            possible.add(new PossibleDesign(design, unit, DetectableEffect.of(figures), warnings));
        }
    }

    /** Who is compared at the same time comes first, then the year before; among those, what shows the smaller effect. */
    private static PossibleDesign suggested(List<PossibleDesign> possible) {
        return possible.stream()
                .min(Comparator.<PossibleDesign>comparingInt(
                                d -> d.unit() != null ? 0 : d.design().equals("LAST_YEARS_COHORT") ? 1 : 2)
                        .thenComparingDouble(d -> d.effect().effect()))
                .orElseThrow();
    }

    private static String reason(List<PossibleDesign> possible, PossibleDesign suggested) {
        long together = possible.stream().filter(d -> d.unit() != null).count();
        var why = suggested.unit() == null
                ? "Too few schools or cohorts for arms at the same time; "
                        + (suggested.design().equals("LAST_YEARS_COHORT")
                                ? "last year's cohorts are the comparison that there is"
                                : "there is nothing to compare with")
                : together > 1
                        ? "Of the comparisons at the same time it shows the smallest effect"
                        : "It is the one comparison at the same time that these schools and cohorts allow";
        return String.format(
                Locale.ROOT,
                "%s: %.2f standard deviations",
                why,
                suggested.effect().effect());
    }

    private List<MeasuredGroup> sized(boolean priorYear) {
        return groups.stream()
                .filter(group -> group.size() != null && group.priorYear() == priorYear)
                .toList();
    }

    private static int members(List<MeasuredGroup> groups) {
        return groups.stream().mapToInt(MeasuredGroup::size).sum();
    }

    private static double harmonicMean(List<Integer> sizes) {
        return sizes.size() / sizes.stream().mapToDouble(size -> 1.0 / size).sum();
    }
}
