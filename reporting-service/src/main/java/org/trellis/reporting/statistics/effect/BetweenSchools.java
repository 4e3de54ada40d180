package org.trellis.reporting.statistics.effect;

import java.util.ArrayList;
import java.util.List;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;

/**
 * The effect where whole schools are in one arm, in standard deviations of all scores (Hedges 2007, "Effect sizes in
 * cluster-randomized designs", Journal of Educational and Behavioral Statistics 32(4), total variance).
 *
 * @param effect of the project; J is 1, since the formula corrects by the number of scores and schools
 * @param intraclassCorrelation share of the variance that lies between schools, 0 to 1; of the adjusted scores where
 *     there is a baseline
 * @param schools in both arms
 * @param meanSize scores a school
 */
public record BetweenSchools(Effect effect, double intraclassCorrelation, int schools, double meanSize) {
    private static final String PLAIN = "Whole schools in one arm: difference at the later point in total standard"
            + " deviations (Hedges 2007), intraclass correlation of the later scores.";
    private static final String ADJUSTED = "Whole schools in one arm: difference at the later point, adjusted for the"
            + " baseline by the slope within schools, in total standard deviations (Hedges 2007), intraclass correlation"
            + " of the adjusted scores.";

    /**
     * Without a baseline: g = (ȳT − ȳC)/s_T·√(1 − 2(m̄−1)ρ/(N−2)), variance (1/nT + 1/nC)(1 + (m̄−1)ρ) +
     * g²·[(N−2)(1−ρ)² + m̄(N−2m̄)ρ² + 2(N−2m̄)ρ(1−ρ)]/[2(N−2)((N−2) − 2(m̄−1)ρ)], with s_T the standard deviation of
     * all scores pooled over arms, m̄ the mean size of schools and ρ from the analysis of variance, not below 0.
     *
     * @param intervention later scores of each school; empty schools do not count
     * @param comparison the same of the comparison schools
     * @return missing with fewer than two schools in an arm, one score a school, or scores that do not vary
     */
    public static Estimate<BetweenSchools> postSmd(
            List<Moments> intervention, List<Moments> comparison, Direction direction) {
        return estimate(intervention, comparison, 0, Estimator.POST_SMD, direction);
    }

    /**
     * With a baseline: the difference is that of y − b·x, b the slope pooled within schools; ρ is that of y − b·x, and
     * the first term of the variance is multiplied by the total variance of y − b·x over that of y.
     *
     * @param intervention pairs of scores of each school; empty schools do not count
     * @param comparison the same of the comparison schools
     * @return missing as without a baseline, or where the baseline does not vary within schools
     */
    public static Estimate<BetweenSchools> ancova(
            List<Moments> intervention, List<Moments> comparison, Direction direction) {
        double m2x = 0;
        double cxy = 0;
        for (List<Moments> arm : List.of(intervention, comparison)) {
            for (Moments school : arm) {
                m2x += school.m2x();
                cxy += school.cxy();
            }
        }
        if (m2x == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        return estimate(intervention, comparison, cxy / m2x, Estimator.ANCOVA, direction);
    }

    private static Estimate<BetweenSchools> estimate(
            List<Moments> intervention,
            List<Moments> comparison,
            double slope,
            Estimator estimator,
            Direction direction) {
        List<Moments> treated = adjusted(intervention, slope);
        List<Moments> others = adjusted(comparison, slope);
        if (treated.size() < 2 || others.size() < 2) {
            return Estimate.missing(others.isEmpty() ? Reason.NO_COMPARISON : Reason.TOO_FEW_SCHOOLS);
        }
        Moments ofTreated = Moments.merged(treated);
        Moments ofOthers = Moments.merged(others);
        double n = (double) ofTreated.n() + ofOthers.n();
        int schools = treated.size() + others.size();
        if (n == schools) {
            return Estimate.missing(Reason.ONE_SCORE_PER_SCHOOL);
        }
        double squares =
                Moments.merged(intervention).m2y() + Moments.merged(comparison).m2y();
        if (squares == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        double left = (ofTreated.m2y() + ofOthers.m2y()) / squares;
        if (left < StandardisedMeanDifference.ROUNDING) {
            return Estimate.missing(Reason.EXACT_FIT);
        }
        double rho = Math.max(0, AnalysisOfVariance.of(List.of(treated, others)).intraclassCorrelation());
        double m = n / schools;
        double sd = StrictMath.sqrt(squares / (n - 2));
        double correction = StrictMath.sqrt(1 - 2 * (m - 1) * rho / (n - 2));
        double g = direction.better((ofTreated.meanY() - ofOthers.meanY()) / sd * correction);
        double sizes = 1.0 / ofTreated.n() + 1.0 / ofOthers.n();
        double variance = sizes * (1 + (m - 1) * rho) * left + g * g * ofStandardDeviation(n, m, rho);
        if (!Double.isFinite(g) || !Double.isFinite(variance) || !(variance > 0)) {
            return Estimate.missing(Reason.OUT_OF_RANGE);
        }
        String method = estimator == Estimator.ANCOVA ? ADJUSTED : PLAIN;
        Effect effect = new Effect(estimator, g, variance, 1, method);
        return Estimate.found(new BetweenSchools(effect, rho, schools, m));
    }

    /** What the standard deviation, being an estimate, adds to the variance of g, over g². */
    private static double ofStandardDeviation(double n, double m, double rho) {
        double spread =
                (n - 2) * (1 - rho) * (1 - rho) + m * (n - 2 * m) * rho * rho + 2 * (n - 2 * m) * rho * (1 - rho);
        return spread / (2 * (n - 2) * (n - 2 - 2 * (m - 1) * rho));
    }

    /** The schools with somebody, their later scores less slope times the baseline. */
    private static List<Moments> adjusted(List<Moments> schools, double slope) {
        List<Moments> adjusted = new ArrayList<>();
        for (Moments school : schools) {
            if (school.n() > 0) {
                double squares = school.m2y() - 2 * slope * school.cxy() + slope * slope * school.m2x();
                double mean = school.meanY() - slope * school.meanX();
                adjusted.add(new Moments(school.n(), 0, mean, 0, Math.max(0, squares), 0));
            }
        }
        return adjusted;
    }
}
