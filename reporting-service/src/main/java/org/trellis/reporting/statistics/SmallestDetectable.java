package org.trellis.reporting.statistics;

/**
 * The smallest true effect that would have been found with a probability of 80 per cent, two-sided at 5 per cent (Bloom
 * 1995, "Minimum detectable effects", Evaluation Review 19(5)): the standard error times the sum of both quantiles.
 */
public final class SmallestDetectable {
    private static final double CONFIDENCE = 0.95;

    /** Two-sided margin whose upper end leaves 20 per cent. */
    private static final double POWER = 0.6;

    private SmallestDetectable() {}

    /**
     * Where the interval is normal: 2.80 standard errors.
     *
     * @param se in the effect's units, 0 or more
     * @return in the same units
     */
    public static double normal(double se) {
        return se * (Distributions.normalMargin(CONFIDENCE) + Distributions.normalMargin(POWER));
    }

    /**
     * Where the interval is by Student's t.
     *
     * @param se in the effect's units, 0 or more
     * @param df degrees of freedom, more than 0
     * @return in the same units
     */
    public static double student(double se, double df) {
        return se * (Distributions.studentMargin(df, CONFIDENCE) + Distributions.studentMargin(df, POWER));
    }
}
