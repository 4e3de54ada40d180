package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * A mean gain, or a difference of mean gains, in the measure's own units; positive is better.
 *
 * @param value the gain
 * @param se its standard error, more than 0
 * @param df degrees of freedom of its t, not necessarily whole
 */
public record MeanGain(double value, double se, double df) {

    static Estimate<MeanGain> checked(double value, double se, double df) {
        boolean proper = Double.isFinite(value) && Double.isFinite(se) && se > 0 && Double.isFinite(df) && df > 0;
        return proper ? Estimate.found(new MeanGain(value, se, df)) : Estimate.missing(Reason.OUT_OF_RANGE);
    }

    /**
     * Interval by Student's t.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval ci(double level) {
        return Interval.around(value, Distributions.studentMargin(df, level) * se, level);
    }

    /** Two-sided p of no gain, by Student's t. */
    public double p() {
        return Distributions.studentTwoSided(value / se, df);
    }
}
