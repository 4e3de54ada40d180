package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * The ratio of two odds of reaching a threshold, as its natural logarithm: the estimator ODDS_RATIO.
 *
 * @param log of the ratio; more than 0 favours the intervention, or the later point
 * @param variance of the logarithm
 */
public record OddsRatio(double log, double variance) {

    /**
     * Different people: ln(ad/bc) with variance 1/a + 1/b + 1/c + 1/d (Woolf 1955, "On estimating the relation between
     * blood group and disease", Annals of Human Genetics 19); where a count is 0, ½ is added to all four.
     *
     * @return missing if a group is empty
     */
    public static Estimate<OddsRatio> between(Share intervention, Share comparison) {
        if (intervention.n() == 0 || comparison.n() == 0) {
            return Estimate.missing(Reason.NO_ANSWERS);
        }
        return Estimate.found(ofCounts(
                new double[] {intervention.reached(), comparison.n() - comparison.reached()},
                new double[] {intervention.n() - intervention.reached(), comparison.reached()}));
    }

    /**
     * The same people before and after: ln(gained/lost) with variance 1/gained + 1/lost, given those who changed
     * (Agresti, Categorical Data Analysis, ch. 11); where a count is 0, ½ is added to both.
     *
     * @return missing if there is nobody
     */
    public static Estimate<OddsRatio> change(PairedShares people) {
        if (people.n() == 0) {
            return Estimate.missing(Reason.NO_ANSWERS);
        }
        return Estimate.found(ofCounts(new double[] {people.gained()}, new double[] {people.lost()}));
    }

    /** The ratio itself. */
    public double ratio() {
        return StrictMath.exp(log);
    }

    /**
     * Normal interval of the logarithm.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval ci(double level) {
        return Interval.around(log, Distributions.normalMargin(level) * StrictMath.sqrt(variance), level);
    }

    private static OddsRatio ofCounts(double[] above, double[] below) {
        double added = 0;
        for (int i = 0; i < above.length; i++) {
            if (above[i] == 0 || below[i] == 0) {
                added = 0.5;
            }
        }
        double log = 0;
        double variance = 0;
        for (int i = 0; i < above.length; i++) {
            log += StrictMath.log(above[i] + added) - StrictMath.log(below[i] + added);
            variance += 1 / (above[i] + added) + 1 / (below[i] + added);
        }
        return new OddsRatio(log, variance);
    }
}
