package org.trellis.project.project.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a project is analysed: said before it is known what comes out. What is looked at beyond it is exploratory.
 *
 * @param frozenOn when the first school began to deliver; null before
 * @param primaryMeasureId the measure that counts first
 * @param measureIds all by which the project was to be judged when the plan was registered
 * @param deviations what became different afterwards, in the order of their days
 */
public record AnalysisPlan(
        LocalDate registeredOn,
        LocalDate frozenOn,
        UUID primaryMeasureId,
        List<UUID> measureIds,
        Estimator estimator,
        Comparison comparison,
        List<Dimension> subgroups,
        List<List<Dimension>> crosses,
        List<Deviation> deviations) {

    public static AnalysisPlan registered(LocalDate on, NewAnalysisPlan wanted, List<UUID> measures) {
        return new AnalysisPlan(
                on,
                null,
                wanted.primaryMeasureId(),
                measures,
                wanted.estimator(),
                wanted.comparison(),
                wanted.subgroups(),
                wanted.crosses(),
                List.of());
    }

    public AnalysisPlan frozen(LocalDate on) {
        return new AnalysisPlan(
                registeredOn, on, primaryMeasureId, measureIds, estimator, comparison, subgroups, crosses, deviations);
    }

    public AnalysisPlan deviated(Deviation deviation) {
        return new AnalysisPlan(
                registeredOn,
                frozenOn,
                primaryMeasureId,
                measureIds,
                estimator,
                comparison,
                subgroups,
                crosses,
                Stream.concat(deviations.stream(), Stream.of(deviation)).toList());
    }

    /** What was asked for, to be asked for again. */
    public NewAnalysisPlan wanted() {
        return new NewAnalysisPlan(primaryMeasureId, estimator, comparison, subgroups, crosses);
    }
}
