package org.trellis.reporting.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.reporting.impact.ImpactData.Pair;
import org.trellis.reporting.impact.ImpactData.SuccessMeasure;

/**
 * How a project said it would be analysed, before it was known what came out.
 *
 * @param frozenOn null before the first school delivers; until then the plan binds nobody
 * @param measureIds all by which the project was to be judged when the plan was registered; may be empty
 * @param subgroups dimensions in which the difference will be looked at
 * @param crosses pairs of dimensions
 */
record AnalysisPlan(
        LocalDate registeredOn,
        LocalDate frozenOn,
        UUID primaryMeasureId,
        List<UUID> measureIds,
        String estimator,
        String comparison,
        List<String> subgroups,
        List<List<String>> crosses,
        List<Deviation> deviations) {

    AnalysisPlan {
        measureIds = measureIds == null ? List.of() : List.copyOf(measureIds);
        subgroups = subgroups == null ? List.of() : List.copyOf(subgroups);
        crosses = crosses == null ? List.of() : List.copyOf(crosses);
        deviations = deviations == null ? List.of() : List.copyOf(deviations);
    }

    /** What became different afterwards, and why. */
    public record Deviation(UUID id, LocalDate on, String what, String reason) {}

    private boolean binds() {
        return frozenOn != null;
    }

    /** The measure that counts first: the frozen plan's, otherwise the success measure marked so; null without any. */
    static UUID primary(ImpactData.Project project) {
        if (project.plan() != null && project.plan().binds() && project.plan().primaryMeasureId() != null) {
            return project.plan().primaryMeasureId();
        }
        return project.successMeasures().stream()
                .filter(SuccessMeasure::primary)
                .map(SuccessMeasure::measureId)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a result was laid down beforehand. A project that registered no plan is held to its success measures,
     * over all pupils of all schools that began.
     *
     * @param measure null where the project has none; then nothing is planned
     * @param pair null where there is no evidence
     */
    static boolean planned(
            ImpactData.Project project, UUID measure, Pair pair, String subgroup, Population population) {
        return population == Population.STARTERS
                && planned(project, measure, pair)
                && (subgroup.equals(Question.ALL)
                        || project.plan() != null && project.plan().names(Evidence.dimension(subgroup)));
    }

    private static boolean planned(ImpactData.Project project, UUID measure, Pair pair) {
        var plan = project.plan();
        if (measure == null
                || plan != null
                        && !(plan.binds()
                                && (plan.measureIds().isEmpty()
                                        || plan.measureIds().contains(measure)))) {
            return false;
        }
        return project.successMeasures().stream()
                .filter(m -> m.measureId().equals(measure))
                .anyMatch(m -> pair == null
                        || m.points().contains(pair.from()) && m.points().contains(pair.to()));
    }

    private boolean names(String dimension) {
        return subgroups.contains(dimension)
                || crosses.stream()
                        .map(cross -> String.join("&", cross.stream().sorted().toList()))
                        .anyMatch(dimension::equals);
    }

    /** How a result stands to the plan, as a code. */
    static String analysis(boolean planned) {
        return planned ? "PLANNED" : "EXPLORATORY";
    }

    /** Measures in the order in which they count. */
    static Stream<UUID> measures(ImpactData.Project project) {
        var primary = primary(project);
        return Stream.concat(
                        Stream.ofNullable(primary),
                        project.successMeasures().stream().map(SuccessMeasure::measureId))
                .distinct();
    }
}
