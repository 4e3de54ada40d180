package org.trellis.reporting.statistics.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * Meta-regression: a mixed-effects model y = Xβ + u + e, u of variance τ², e of the effects' own (Raudenbush 1994, "Random
 * effects models", in Cooper and Hedges, The Handbook of Research Synthesis), with Knapp and Hartung's (2003) intervals.
 * The order of the effects changes no bit of the answer.
 */
public final class MetaRegression {
    static final String INTERCEPT = "INTERCEPT";

    private final MixedModel effects;
    private final PoolingModel model;
    private final Adjustment adjustment;

    private MetaRegression(MixedModel effects, PoolingModel model, Adjustment adjustment) {
        this.effects = effects;
        this.model = model;
        this.adjustment = adjustment;
    }

    /**
     * @param names of the moderators, one or more; an intercept is always there
     * @param effects more than there are coefficients
     * @param adjustment Hartung and Knapp's scales variances by Σw(y − Xβ)²/(k − p), with t and F of k − p degrees of
     *     freedom; {@code MAX1} never below 1; none is normal and χ²
     * @param level confidence of the intervals, between 0 and 1
     * @param dealings how often to deal the moderators out anew among the effects, and by which seed; null for none
     * @throws IllegalArgumentException with too few effects, moderators that follow from one another, or a level that is
     *     not between 0 and 1
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static RegressedEffects of(
            List<String> names,
            List<Moderated> effects,
            PoolingModel model,
            Adjustment adjustment,
            double level,
            Permutations dealings) {
        if (effects.size() <= names.size() + 1) {
            throw new IllegalArgumentException("there must be more effects than coefficients");
        }
        var sorted = effects.stream().sorted(byFigures()).toList();
        var regression = new MetaRegression(modelOf(sorted, names.size()), model, adjustment);
        return regression.answer(names, level, dealings);
    }

    private static Comparator<Moderated> byFigures() {
        return Comparator.comparingDouble((Moderated m) -> m.effect().variance())
                .thenComparingDouble(m -> m.effect().effect())
                .thenComparing(Moderated::moderators, (one, other) -> {
                    for (int i = 0; i < one.size(); i++) {
                        int order = Double.compare(one.get(i), other.get(i));
                        if (order != 0) {
                            return order;
                        }
                    }
                    return 0;
                });
    }

    private static MixedModel modelOf(List<Moderated> effects, int moderators) {
        int k = effects.size();
        double[] y = new double[k];
        double[] v = new double[k];
        double[][] x = new double[moderators + 1][k];
        for (int i = 0; i < k; i++) {
            y[i] = effects.get(i).effect().effect();
            v[i] = effects.get(i).effect().variance();
            x[0][i] = 1;
            for (int j = 0; j < moderators; j++) {
                x[j + 1][i] = effects.get(i).moderators().get(j);
            }
        }
        return new MixedModel(y, v, x);
    }

    /** Coefficients, their variances as adjusted, and the moderators' F. */
    private record Solution(double tau2, double[] beta, double[] se, Double f) {
        double statistic(int j) {
            return se[j] == 0 ? beta[j] == 0 ? 0 : Math.copySign(Double.MAX_VALUE, beta[j]) : beta[j] / se[j];
        }
    }

    private Solution solve(MixedModel data) {
        double tau2 = ResidualVariance.of(data, model);
        WeightedFit fit = data.at(tau2);
        double scale = switch (adjustment) {
            case NONE -> 1;
            case HARTUNG_KNAPP -> fit.q() / data.free();
            case HARTUNG_KNAPP_MAX1 -> Math.max(1, fit.q() / data.free());
        };
        double[][] inverse = fit.inverse();
        double[] se = new double[inverse.length];
        for (int j = 0; j < se.length; j++) {
            se[j] = StrictMath.sqrt(scale * inverse[j][j]);
        }
        double wald = fit.explained();
        Double f = se.length == 1
                ? null
                : (Double) (wald == 0 ? 0 : Math.min(wald / (se.length - 1) / scale, Double.MAX_VALUE));
        return new Solution(tau2, fit.beta(), se, f);
    }

    private RegressedEffects answer(List<String> names, double level, Permutations dealings) {
        Solution solution = solve(effects);
        double total = ResidualVariance.of(effects.interceptAlone(), model);
        WeightedFit fixed = effects.at(0);
        int free = effects.free();
        double typical = free / fixed.trace();
        double[] permuted =
                dealings == null ? null : dealings.p(effects, solution::statistic, other -> solve(other)::statistic);
        var coefficients = new ArrayList<RegressedEffects.Coefficient>();
        for (int j = 0; j < solution.beta().length; j++) {
            Double p = j == 0 || permuted == null ? null : (Double) permuted[j];
            coefficients.add(coefficient(j == 0 ? INTERCEPT : names.get(j - 1), solution, j, level, p));
        }
        return Finite.checked(new RegressedEffects(
                effects.k(),
                solution.tau2(),
                total,
                total == 0 ? null : 100 * Math.max(0, (total - solution.tau2()) / total),
                fixed.q(),
                free,
                Distributions.chiSquaredSurvival(fixed.q(), free),
                100 * solution.tau2() / (solution.tau2() + typical),
                (solution.tau2() + typical) / typical,
                solution.f(),
                names.size(),
                pOfAll(solution.f(), names.size()),
                coefficients,
                dealings == null ? null : (Integer) dealings.times(),
                dealings == null ? null : (Long) dealings.seed(),
                words()));
    }

    private RegressedEffects.Coefficient coefficient(
            String name, Solution solution, int j, double level, Double permutationP) {
        double estimate = solution.beta()[j];
        double se = solution.se()[j];
        boolean normal = adjustment == Adjustment.NONE;
        double margin = normal ? Distributions.normalMargin(level) : Distributions.studentMargin(effects.free(), level);
        double statistic = solution.statistic(j);
        return new RegressedEffects.Coefficient(
                name,
                estimate,
                se,
                Interval.around(estimate, margin * se, level),
                statistic,
                normal
                        ? Distributions.normalTwoSided(statistic)
                        : Distributions.studentTwoSided(statistic, effects.free()),
                permutationP);
    }

    private Double pOfAll(Double f, int moderators) {
        if (f == null) {
            return null;
        }
        return adjustment == Adjustment.NONE
                ? Distributions.chiSquaredSurvival(f * moderators, moderators)
                : Distributions.fSurvival(f, moderators, effects.free());
    }

    private String words() {
        return model.words() + ", meta-regression"
                + (adjustment == Adjustment.NONE
                        ? "; normal intervals."
                        : "; Knapp and Hartung's intervals, t with " + effects.free() + " df.")
                + " What differs between schools may go with a larger effect without causing it.";
    }
}
