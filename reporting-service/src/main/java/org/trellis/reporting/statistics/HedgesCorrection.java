package org.trellis.reporting.statistics;

import org.apache.commons.numbers.gamma.GammaRatio;

/** Hedges' correction of a standardised mean difference for the small sample behind its standard deviation. */
public final class HedgesCorrection {

    private HedgesCorrection() {}

    /**
     * J(m) = Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), exactly (Hedges 1981, "Distribution theory for Glass's estimator of effect
     * size", Journal of Educational Statistics 6(2), eq. 6e), not 1 − 3/(4m − 1). The ratio is computed as one, since a
     * difference of logarithms loses digits as m grows.
     *
     * @param m degrees of freedom of the standard deviation, at least 2
     * @return between 0.56 and 1
     * @throws IllegalArgumentException if m is below 2, where the corrected value would be nothing or undefined
     */
    public static double j(double m) {
        if (!(m >= 2)) {
            throw new IllegalArgumentException("the correction needs two degrees of freedom");
        }
        return 1 / (GammaRatio.delta((m - 1) / 2, 0.5) * StrictMath.sqrt(m / 2));
    }
}
