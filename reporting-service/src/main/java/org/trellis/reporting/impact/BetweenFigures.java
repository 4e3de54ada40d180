package org.trellis.reporting.impact;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.SmallestDetectable;
import org.trellis.reporting.statistics.effect.BetweenSchools;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.Estimator;

/**
 * The effect of a project in which whole schools are in one group, over all of them, cut down to what this reader may see.
 *
 * @param between null where there is none, or it is withheld
 * @param reason why, if null; null too where the design is another
 */
record BetweenFigures(ImpactView.Between between, Explained reason, boolean withheld) {
    private static final BetweenFigures NONE = new BetweenFigures(null, null, false);

    static BetweenFigures of(
            ImpactData.Project project,
            List<ImpactData.School> schools,
            List<ImpactData.School> starters,
            Withholding withholding,
            Figures figures) {
        var whole = whole(schools);
        if (!"BETWEEN_SCHOOLS".equals(project.design()) || whole.isEmpty()) {
            return NONE;
        }
        var contributing = ids(whole);
        boolean detail = withholding.showsDetail(contributing);
        if (!withholding.showsPooled(contributing) || !detail && !contributing.equals(ids(whole(starters)))) {
            return new BetweenFigures(null, Words.POOLED_WITHHELD, true);
        }
        var intervention = moments(whole, ImpactData.School::intervention);
        var comparison = moments(whole, ImpactData.School::comparison);
        boolean later = project.plan() != null
                && project.plan().frozenOn() != null
                && Estimator.POST_SMD.name().equals(project.plan().estimator());
        var estimate = later
                ? BetweenSchools.postSmd(intervention, comparison, figures.direction())
                : BetweenSchools.ancova(intervention, comparison, figures.direction());
        return switch (estimate) {
            case Estimate.Found<BetweenSchools>(var found) -> shown(found, detail, figures);
            case Estimate.Missing<BetweenSchools>(var reason) ->
                new BetweenFigures(null, Words.reason(reason.name()), false);
        };
    }

    private static BetweenFigures shown(BetweenSchools found, boolean detail, Figures figures) {
        Effect effect = found.effect();
        return new BetweenFigures(
                new ImpactView.Between(
                        figures.effect(effect),
                        detail ? (Double) found.intraclassCorrelation() : null,
                        found.schools(),
                        SmallestDetectable.normal(effect.se()),
                        detail ? null : Withholding.SYMBOL),
                null,
                false);
    }

    /** A school with both groups has an effect of its own, and is pooled with its like. */
    private static List<ImpactData.School> whole(List<ImpactData.School> schools) {
        return schools.stream()
                .filter(s -> (s.intervention() == null) != (s.comparison() == null))
                .filter(s -> moments(s) != null)
                .toList();
    }

    private static Moments moments(ImpactData.School school) {
        return (school.intervention() == null ? school.comparison() : school.intervention()).moments();
    }

    private static List<UUID> ids(List<ImpactData.School> schools) {
        return schools.stream().map(ImpactData.School::id).toList();
    }

    private static List<Moments> moments(List<ImpactData.School> schools, Function<ImpactData.School, Arm> which) {
        return Figures.arms(schools, which).stream()
                .map(Arm::moments)
                .filter(Objects::nonNull)
                .toList();
    }
}
