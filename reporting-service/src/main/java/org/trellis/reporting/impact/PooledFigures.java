package org.trellis.reporting.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.statistics.SmallestDetectable;
import org.trellis.reporting.statistics.effect.Estimator;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.PooledEffect;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;
import org.trellis.reporting.statistics.pooling.Step;

/**
 * Effects of schools pooled by rule (one stands for itself, two as a fixed effect, from three on REML with Hartung and
 * Knapp's interval), over all of them, and then cut down to what this reader may see.
 *
 * @param pooled null where there is nothing to pool or it is withheld
 * @param reason why, if null
 * @param weights in percent in the order of {@code contributing}; null where withheld
 */
record PooledFigures(
        ImpactView.Pooled pooled, Explained reason, List<UUID> contributing, List<Double> weights, boolean withheld) {

    /**
     * @param schools those of the population asked for
     * @param starters all that began: a figure over fewer of them is shown only where its difference to theirs gives
     *     nothing away
     */
    static PooledFigures of(
            List<ImpactData.School> schools,
            List<ImpactData.School> starters,
            Evidence evidence,
            Withholding withholding,
            Figures figures) {
        var pooling = schools.stream().filter(PooledFigures::pools).toList();
        var contributing = pooling.stream().map(ImpactData.School::id).toList();
        if (pooling.isEmpty()) {
            return new PooledFigures(null, nothing(schools), contributing, null, false);
        }
        boolean detail = withholding.showsDetail(contributing);
        var began = starters.stream()
                .filter(PooledFigures::pools)
                .map(ImpactData.School::id)
                .toList();
        if (!withholding.showsPooled(contributing) || !detail && !contributing.equals(began)) {
            return new PooledFigures(null, Words.POOLED_WITHHELD, contributing, null, true);
        }
        var effects = pooling.stream()
                .map(s -> new EffectSize(
                        evidence.name(s.id()), s.effect().g(), s.effect().variance()))
                .toList();
        try {
            var pooled = Pooling.overSchools(effects, Figures.LEVEL);
            var names = contributing.stream()
                    .map(id -> new ImpactView.Named(id, evidence.name(id)))
                    .toList();
            return new PooledFigures(
                    detail
                            ? whole(pooled, effects, names, days(contributing, evidence), figures)
                            : withoutDetail(pooled, figures),
                    null,
                    contributing,
                    detail ? pooled.weights() : null,
                    false);
        } catch (ArithmeticException e) {
            return new PooledFigures(null, Words.OUT_OF_RANGE, contributing, null, false);
        }
    }

    /** An effect without a comparison contains what pupils would have gained anyway: it is not pooled. */
    static boolean pools(ImpactData.School school) {
        return school.effect() != null
                && Estimator.valueOf(school.effect().estimator()).needsComparison();
    }

    private static Explained nothing(List<ImpactData.School> schools) {
        if (schools.isEmpty()) {
            return Words.NO_EVIDENCE;
        }
        return schools.stream().anyMatch(s -> s.effect() != null) ? Words.NO_COMPARISON : Words.NO_EFFECTS;
    }

    private static ImpactView.Pooled whole(
            PooledEffect p,
            List<EffectSize> effects,
            List<ImpactView.Named> names,
            List<LocalDate> days,
            Figures figures) {
        PoolingModel model = Pooling.modelOverSchools(p.k());
        var weights = new ArrayList<ImpactView.Weight>();
        for (int i = 0; i < names.size(); i++) {
            weights.add(new ImpactView.Weight(names.get(i), p.weights().get(i)));
        }
        return new ImpactView.Pooled(
                p.k(),
                p.estimate(),
                p.se(),
                p.ci(),
                p.p(),
                p.tau2(),
                p.tau2Ci(),
                p.q(),
                p.qDf(),
                p.qP(),
                p.i2FromQ(),
                p.i2FromTau2(),
                p.h2(),
                p.predictionInterval(),
                weights,
                Pooling.leaveOneOut(effects, model, model.usualAdjustment()),
                cumulative(effects, days, model),
                detectable(p),
                figures.months(p.estimate()),
                model.name(),
                p.method(),
                null);
    }

    private static List<LocalDate> days(List<UUID> schools, Evidence evidence) {
        var days = new ArrayList<LocalDate>();
        schools.forEach(school -> days.add(evidence.since(school)));
        return days;
    }

    /** As schools joined; null where a school's day is not known. */
    private static List<Step> cumulative(List<EffectSize> effects, List<LocalDate> days, PoolingModel model) {
        return days.contains(null)
                ? null
                : Pooling.cumulative(effects, days, model, model.usualAdjustment(), Figures.LEVEL);
    }

    private static double detectable(PooledEffect p) {
        return p.k() < 3 ? SmallestDetectable.normal(p.se()) : SmallestDetectable.student(p.se(), p.k() - 1.0);
    }

    private static ImpactView.Pooled withoutDetail(PooledEffect p, Figures figures) {
        return new ImpactView.Pooled(
                p.k(),
                p.estimate(),
                p.se(),
                p.ci(),
                p.p(),
                p.tau2(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                p.predictionInterval(),
                null,
                null,
                null,
                detectable(p),
                figures.months(p.estimate()),
                Pooling.modelOverSchools(p.k()).name(),
                p.method(),
                Withholding.SYMBOL);
    }
}
