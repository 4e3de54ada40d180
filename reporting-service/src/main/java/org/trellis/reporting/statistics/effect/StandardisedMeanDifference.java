package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.HedgesCorrection;
import org.trellis.reporting.statistics.Moments;

/**
 * Effects in standard deviations within one school, T the intervention and C the comparison cohort, x the baseline and y
 * the later scores, N = n(T) + n(C), J Hedges' exact correction. All are free of the scores' units: scaling or shifting
 * every score changes nothing. Scores that follow from the baseline without remainder give none: rounding would pass for
 * perfect precision.
 */
public final class StandardisedMeanDifference {
    /** What rounding leaves where nothing should be left, as where a column of scores was copied. */
    static final double ROUNDING = 1e-12;

    private StandardisedMeanDifference() {}

    /**
     * The effect by the estimator named.
     *
     * @param comparison null if there is none; {@link Estimator#PRE_POST} does not look at it
     * @throws IllegalArgumentException if the estimator is not a standardised one
     */
    public static Estimate<Effect> by(
            Estimator estimator, Moments intervention, Moments comparison, Direction direction) {
        return switch (estimator) {
            case ANCOVA -> ancova(intervention, comparison, direction);
            case PRE_POST_CONTROL -> prePostControl(intervention, comparison, direction);
            case POST_SMD -> postSmd(intervention, comparison, direction);
            case PRE_POST -> prePost(intervention, direction);
            case RISK_DIFFERENCE, ODDS_RATIO, SUPERIORITY, RATE ->
                throw new IllegalArgumentException(estimator + " is not in standard deviations");
        };
    }

    /**
     * Adjusted for the baseline, in unconditional standard deviations: g = J(N−2)·[(ȳT − ȳC) − b(x̄T − x̄C)]/s_y with
     * b = ΣCxy/ΣM2x and s_y² = ΣM2y/(N−2); variance J²·SE²/s_y² + g²/(2(N−2)) with
     * SE² = s_e²·[1/nT + 1/nC + (x̄T − x̄C)²/ΣM2x] and s_e² = [ΣM2y − (ΣCxy)²/ΣM2x]/(N−3); sums over both arms (What
     * Works Clearinghouse, Procedures Handbook 5.0, appendix E).
     *
     * @param comparison null if there is none
     * @return missing without a comparison, with fewer than two pupils in an arm, or where scores do not vary
     */
    public static Estimate<Effect> ancova(Moments intervention, Moments comparison, Direction direction) {
        Reason obstacle = obstacle(intervention, comparison);
        if (obstacle != null) {
            return Estimate.missing(obstacle);
        }
        double m2x = intervention.m2x() + comparison.m2x();
        double m2y = intervention.m2y() + comparison.m2y();
        double cxy = intervention.cxy() + comparison.cxy();
        if (m2x == 0 || m2y == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        double remainder = m2y - cxy * (cxy / m2x);
        if (remainder < m2y * ROUNDING) {
            return Estimate.missing(Reason.EXACT_FIT);
        }
        double n = (double) intervention.n() + comparison.n();
        double j = HedgesCorrection.j(n - 2);
        double sd = StrictMath.sqrt(m2y / (n - 2));
        double apart = intervention.meanX() - comparison.meanX();
        double adjusted = (intervention.meanY() - comparison.meanY()) - cxy / m2x * apart;
        double se2 = remainder / (n - 3) * (sizes(intervention, comparison) + apart * (apart / m2x));
        double g = direction.better(j * (adjusted / sd));
        double variance = j * j * (se2 / sd / sd) + g * g / (2 * (n - 2));
        return effect(Estimator.ANCOVA, g, variance, j);
    }

    /**
     * Gain against gain: g = J(N−2)·[(ȳT − x̄T) − (ȳC − x̄C)]/s_x with s_x² = ΣM2x/(N−2); variance
     * 2(1−r)(1/nT + 1/nC) + g²/(2N) with r = Σ(n−1)r/Σ(n−1) over the arms (Morris 2008, "Estimating effect sizes from
     * pretest-posttest-control group designs", Organizational Research Methods 11(2), d_ppc2).
     *
     * @param comparison null if there is none
     * @return missing without a comparison, with fewer than two pupils in an arm, or where an arm's scores do not vary
     */
    public static Estimate<Effect> prePostControl(Moments intervention, Moments comparison, Direction direction) {
        Reason obstacle = obstacle(intervention, comparison);
        if (obstacle != null) {
            return Estimate.missing(obstacle);
        }
        if (!intervention.hasCorrelation() || !comparison.hasCorrelation()) {
            return Estimate.missing(Reason.NO_CORRELATION);
        }
        double n = (double) intervention.n() + comparison.n();
        double j = HedgesCorrection.j(n - 2);
        double sd = StrictMath.sqrt((intervention.m2x() + comparison.m2x()) / (n - 2));
        double g = direction.better(j * ((intervention.meanGain() - comparison.meanGain()) / sd));
        double r =
                ((intervention.n() - 1) * intervention.correlation() + (comparison.n() - 1) * comparison.correlation())
                        / (n - 2);
        if (1 - r < ROUNDING) {
            return Estimate.missing(Reason.EXACT_FIT);
        }
        double variance = 2 * (1 - r) * sizes(intervention, comparison) + g * g / (2 * n);
        return effect(Estimator.PRE_POST_CONTROL, g, variance, j);
    }

    /**
     * Without a baseline: g = J(N−2)·(ȳT − ȳC)/s_y with s_y² = ΣM2y/(N−2); variance 1/nT + 1/nC + g²/(2N) (Hedges and
     * Olkin 1985, Statistical Methods for Meta-Analysis, ch. 5).
     *
     * @param comparison null if there is none
     * @return missing without a comparison, with fewer than two pupils in an arm, or where scores do not vary
     */
    public static Estimate<Effect> postSmd(Moments intervention, Moments comparison, Direction direction) {
        Reason obstacle = obstacle(intervention, comparison);
        if (obstacle != null) {
            return Estimate.missing(obstacle);
        }
        double m2y = intervention.m2y() + comparison.m2y();
        if (m2y == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        double n = (double) intervention.n() + comparison.n();
        double j = HedgesCorrection.j(n - 2);
        double sd = StrictMath.sqrt(m2y / (n - 2));
        double g = direction.better(j * ((intervention.meanY() - comparison.meanY()) / sd));
        return effect(Estimator.POST_SMD, g, sizes(intervention, comparison) + g * g / (2 * n), j);
    }

    /**
     * Without a comparison: g = J(n−1)·(ȳ − x̄)/s_x; variance 2(1−r)/n + g²/(2n) (Becker 1988, "Synthesizing
     * standardized mean-change measures", British Journal of Mathematical and Statistical Psychology 41).
     *
     * @return missing with fewer than three pupils (two leave J at nothing), or where scores do not vary
     */
    public static Estimate<Effect> prePost(Moments intervention, Direction direction) {
        if (intervention.n() < 3) {
            return Estimate.missing(Reason.TOO_FEW_PAIRS);
        }
        if (!intervention.hasCorrelation()) {
            return Estimate.missing(Reason.NO_CORRELATION);
        }
        double r = intervention.correlation();
        if (1 - r < ROUNDING) {
            return Estimate.missing(Reason.EXACT_FIT);
        }
        double n = intervention.n();
        double j = HedgesCorrection.j(n - 1);
        double g = direction.better(j * (intervention.meanGain() / intervention.sdX()));
        double variance = 2 * (1 - r) / n + g * g / (2 * n);
        return effect(Estimator.PRE_POST, g, variance, j);
    }

    private static Estimate<Effect> effect(Estimator estimator, double g, double variance, double j) {
        return Double.isFinite(g) && Double.isFinite(variance) && variance > 0
                ? Estimate.found(new Effect(estimator, g, variance, j, estimator.method()))
                : Estimate.missing(Reason.OUT_OF_RANGE);
    }

    private static double sizes(Moments intervention, Moments comparison) {
        return 1.0 / intervention.n() + 1.0 / comparison.n();
    }

    private static Reason obstacle(Moments intervention, Moments comparison) {
        if (comparison == null || comparison.n() == 0) {
            return Reason.NO_COMPARISON;
        }
        return intervention.n() < 2 || comparison.n() < 2 ? Reason.TOO_FEW : null;
    }
}
