package org.trellis.reporting.statistics.pooling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * Inverse-variance pooling of effects (Hedges and Olkin 1985; Borenstein, Hedges, Higgins and Rothstein 2009, ch. 11 to
 * 17). The order of the effects changes no bit of the answer; weights, and what is left out, come in that order.
 */
public final class Pooling {

    private Pooling() {}

    /**
     * The pooled effect over the schools of a project, by a rule and not by a choice: one effect stands for itself, two
     * are pooled as a fixed effect, from three on REML with Hartung and Knapp's interval.
     *
     * @throws IllegalArgumentException if there is no effect, or the level is not between 0 and 1
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static PooledEffect overSchools(List<EffectSize> effects, double level) {
        PoolingModel model = modelOverSchools(effects.size());
        return pool(effects, model, model.usualAdjustment(), level);
    }

    /** The model by which so many schools are pooled. */
    public static PoolingModel modelOverSchools(int schools) {
        return schools < 3 ? PoolingModel.FIXED : PoolingModel.REML;
    }

    /**
     * Pools effects as asked, whatever becomes of it; the method's words say what to beware of. A single effect leaves no
     * degrees of freedom for an adjustment, and none is made.
     *
     * @param level confidence of the intervals, between 0 and 1
     * @throws IllegalArgumentException if there is no effect, or the level is not between 0 and 1
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static PooledEffect pool(List<EffectSize> effects, PoolingModel model, Adjustment adjustment, double level) {
        int[] order = Sample.order(effects);
        Sample sample = Sample.of(effects, order);
        int k = sample.k();
        Adjustment made = k == 1 ? Adjustment.NONE : adjustment;
        double tau2 = HeterogeneityVariance.of(sample, model);
        Sample.Weighted weighted = sample.weighted(tau2);
        double estimate = weighted.mean();
        double se = standardError(weighted, k, made);
        double q = sample.weighted(0).q();
        double typical = k == 1 ? sample.v[0] : (k - 1) / sample.information();
        boolean varies = model.isRandom() && k > 1;
        PooledEffect pooled = new PooledEffect(
                k,
                estimate,
                se,
                Interval.around(estimate, se * critical(k, made, level), level),
                p(estimate, se, k, made),
                tau2,
                varies ? HeterogeneityVariance.interval(sample, level) : null,
                q,
                k - 1,
                k == 1 ? 1 : Distributions.chiSquaredSurvival(q, k - 1.0),
                q > k - 1 ? 100 * (q - (k - 1)) / q : 0,
                100 * tau2 / (tau2 + typical),
                varies || k == 1 ? (tau2 + typical) / typical : q / (k - 1),
                varies && k > 2 ? prediction(estimate, se, tau2, k, level) : null,
                weights(sample, order, tau2, weighted.weight()),
                words(model, made, k, se));
        return finite(pooled);
    }

    /**
     * The pooled effect without each of them in turn, by the same model and adjustment; nothing for a single effect.
     *
     * @return in the order of the effects
     * @throws IllegalArgumentException if there is no effect
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static List<LeftOut> leaveOneOut(List<EffectSize> effects, PoolingModel model, Adjustment adjustment) {
        int[] order = Sample.order(effects);
        Sample sample = Sample.of(effects, order);
        int k = sample.k();
        if (k == 1) {
            return List.of();
        }
        WithoutEach without = new WithoutEach(sample, model);
        double[] tau2 = without.tau2();
        LeftOut[] leftOut = new LeftOut[k];
        for (int place = 0; place < k; place++) {
            Sample.Weighted others = without.weighted(place, tau2[place]);
            double se = standardError(others, k - 1, k == 2 ? Adjustment.NONE : adjustment);
            int origin = order[place];
            if (!Double.isFinite(others.mean() + se)) {
                throw tooFarApart();
            }
            leftOut[origin] = new LeftOut(effects.get(origin).label(), others.mean(), se, tau2[place]);
        }
        return List.of(leftOut);
    }

    /**
     * The pooled effect as it grew: over the effects of the first day, then of the first two, and so on, by the same model
     * and adjustment. Effects of one day come in together, so that their order changes nothing.
     *
     * @param days of the effects, in the same order
     * @return one step a day, the earliest first
     * @throws IllegalArgumentException if there is no effect, the level is not between 0 and 1, or a day is missing
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static List<Step> cumulative(
            List<EffectSize> effects, List<LocalDate> days, PoolingModel model, Adjustment adjustment, double level) {
        if (days.size() != effects.size()) {
            throw new IllegalArgumentException("each effect has its day");
        }
        SortedMap<LocalDate, List<EffectSize>> byDay = new TreeMap<>();
        for (int i = 0; i < effects.size(); i++) {
            byDay.computeIfAbsent(days.get(i), day -> new ArrayList<>()).add(effects.get(i));
        }
        List<EffectSize> soFar = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        byDay.forEach((day, those) -> {
            soFar.addAll(those);
            PooledEffect pooled = pool(soFar, model, adjustment, level);
            List<String> added = those.stream().map(EffectSize::label).toList();
            steps.add(new Step(day, added, pooled.k(), pooled.estimate(), pooled.se(), pooled.ci(), pooled.tau2()));
        });
        return List.copyOf(steps);
    }

    private static double standardError(Sample.Weighted weighted, int k, Adjustment adjustment) {
        double scale = switch (adjustment) {
            case NONE -> 1;
            case HARTUNG_KNAPP -> weighted.q() / (k - 1);
            case HARTUNG_KNAPP_MAX1 -> Math.max(1, weighted.q() / (k - 1));
        };
        return StrictMath.sqrt(scale / weighted.weight());
    }

    private static double critical(int k, Adjustment adjustment, double level) {
        return adjustment == Adjustment.NONE
                ? Distributions.normalMargin(level)
                : Distributions.studentMargin(k - 1.0, level);
    }

    private static double p(double estimate, double se, int k, Adjustment adjustment) {
        if (se == 0) {
            return estimate == 0 ? 1 : 0;
        }
        return adjustment == Adjustment.NONE
                ? Distributions.normalTwoSided(estimate / se)
                : Distributions.studentTwoSided(estimate / se, k - 1.0);
    }

    private static Interval prediction(double estimate, double se, double tau2, int k, double level) {
        double margin = Distributions.studentMargin(k - 2.0, level) * StrictMath.sqrt(tau2 + se * se);
        return Interval.around(estimate, margin, level);
    }

    private static List<Double> weights(Sample sample, int[] order, double tau2, double sum) {
        Double[] weights = new Double[sample.k()];
        for (int place = 0; place < weights.length; place++) {
            weights[order[place]] = 100 / (sample.v[place] + tau2) / sum;
        }
        return Arrays.asList(weights);
    }

    private static String words(PoolingModel model, Adjustment adjustment, int k, double se) {
        if (k == 1) {
            return "A single effect: it stands for itself, with a normal interval.";
        }
        String words = model.words()
                + switch (adjustment) {
                    case NONE ->
                        model.isRandom() ? "; normal interval, too narrow if effects are few." : "; normal interval.";
                    case HARTUNG_KNAPP -> "; Hartung and Knapp's interval, t with " + (k - 1) + " df.";
                    case HARTUNG_KNAPP_MAX1 ->
                        "; Hartung and Knapp's interval, never narrower than Wald's, t with " + (k - 1) + " df.";
                };
        if (k == 2 && model.isRandom()) {
            words += " Two effects say next to nothing about how effects vary: do not lean on this interval.";
        }
        if (se == 0) {
            words += " The effects are equal, so this interval has no width; it does not mean certainty.";
        }
        return words;
    }

    private static PooledEffect finite(PooledEffect pooled) {
        Bounds tau2Ci = pooled.tau2Ci() == null ? new Bounds(0, 0) : pooled.tau2Ci();
        Interval prediction = pooled.predictionInterval() == null ? pooled.ci() : pooled.predictionInterval();
        boolean finite = DoubleStream.of(
                        pooled.ci().lower(),
                        pooled.ci().upper(),
                        pooled.p(),
                        pooled.tau2(),
                        tau2Ci.lower(),
                        tau2Ci.upper(),
                        pooled.q(),
                        pooled.qP(),
                        pooled.i2FromTau2(),
                        pooled.h2(),
                        prediction.lower(),
                        prediction.upper())
                .allMatch(Double::isFinite);
        if (!finite || pooled.weights().stream().anyMatch(weight -> !Double.isFinite(weight))) {
            throw tooFarApart();
        }
        return pooled;
    }

    private static ArithmeticException tooFarApart() {
        return new ArithmeticException("effects or variances too far apart");
    }
}
