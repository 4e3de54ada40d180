package org.trellis.reporting.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The quantiles and tail probabilities that the estimators need, from Apache Commons Statistics (about 1e-14). */
public final class Distributions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Distributions() {}

    /**
     * How many standard errors a normal interval reaches to either side.
     *
     * @param level confidence, strictly between 0 and 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static double normalMargin(double level) {
        return NORMAL.inverseSurvivalProbability(tail(level));
    }

    /**
     * How many standard errors an interval by Student's t reaches to either side.
     *
     * @param df degrees of freedom, more than 0, not necessarily whole
     * @param level confidence, strictly between 0 and 1
     * @throws IllegalArgumentException if the level is not between 0 and 1, or df not positive
     */
    public static double studentMargin(double df, double level) {
        return TDistribution.of(df).inverseSurvivalProbability(tail(level));
    }

    /** P(|Z| ≥ |z|) for a standard normal Z. */
    public static double normalTwoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** P(|T| ≥ |t|) for Student's T with df degrees of freedom. */
    public static double studentTwoSided(double t, double df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
    }

    /** P(X > x) for an F-distributed X with these degrees of freedom, above and below the line. */
    public static double fSurvival(double x, double above, double below) {
        return FDistribution.of(above, below).survivalProbability(x);
    }

    /** P(X > x) for a chi-squared X. */
    public static double chiSquaredSurvival(double x, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    /** The value that a chi-squared variable exceeds with probability p. */
    public static double chiSquaredUpper(double p, double df) {
        return ChiSquaredDistribution.of(df).inverseSurvivalProbability(p);
    }

    /** The value that a chi-squared variable stays below with probability p. */
    public static double chiSquaredLower(double p, double df) {
        return ChiSquaredDistribution.of(df).inverseCumulativeProbability(p);
    }

    /** Exact two-sided p of a sign test: twice the smaller tail of Binomial(first + second, ½), at most 1. */
    public static double signTest(int first, int second) {
        int fewer = Math.min(first, second);
        return Math.min(1, 2 * BinomialDistribution.of(first + second, 0.5).cumulativeProbability(fewer));
    }

    /** The probability beyond either end of an interval: (1 − level)/2. */
    public static double tail(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1");
        }
        return (1 - level) / 2;
    }
}
