package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * A standardised mean difference; positive is better.
 *
 * @param estimator how it was estimated
 * @param g the effect in standard deviations, corrected for small samples by J
 * @param variance of g, more than 0
 * @param j Hedges' correction that g contains; 1 where the method has none
 * @param method in words
 */
public record Effect(Estimator estimator, double g, double variance, double j, String method) {

    /** @throws IllegalArgumentException if g is not finite or the variance not positive */
    public Effect {
        if (!Double.isFinite(g) || !(variance > 0) || !Double.isFinite(variance)) {
            throw new IllegalArgumentException("an effect is finite and has a variance");
        }
    }

    /** Standard error of g. */
    public double se() {
        return StrictMath.sqrt(variance);
    }

    /**
     * Normal interval of g.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval ci(double level) {
        return Interval.around(g, Distributions.normalMargin(level) * se(), level);
    }
}
