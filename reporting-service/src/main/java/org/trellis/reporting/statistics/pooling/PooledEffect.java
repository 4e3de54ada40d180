package org.trellis.reporting.statistics.pooling;

import java.util.List;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Interval;

/**
 * Effects pooled. All but the percentages and p are on the scale of the effects, variances on its square; every number
 * is finite.
 *
 * @param k number of effects, at least 1
 * @param estimate Σwy/Σw with w = 1/(v + τ²)
 * @param se standard error of the estimate, as adjusted; 0 only if Hartung and Knapp's finds no difference at all
 * @param ci interval of the estimate
 * @param p two-sided, of no effect
 * @param tau2 variance between effects, 0 or more; 0 for a fixed effect
 * @param tau2Ci Q-profile interval of τ², at the level of {@code ci}; null for a fixed effect and for k = 1
 * @param q Cochran's Q: Σ(y − μ)²/v about the fixed effect
 * @param qDf k − 1
 * @param qP P(χ² &gt; Q); 1 for k = 1
 * @param i2FromQ 100·(Q − df)/Q, not below 0: percent of the variation that is more than chance (Higgins and Thompson
 *     2002, Statistics in Medicine 21)
 * @param i2FromTau2 100·τ²/(τ² + s²) with the typical variance s² = (k − 1)Σw/((Σw)² − Σw²), w = 1/v
 * @param h2 for a fixed effect Q/df, otherwise (τ² + s²)/s²; 1 for k = 1
 * @param predictionInterval where the effect of one more school is expected: μ ± t(k − 2)·√(τ² + SE²) with the reported
 *     SE (Higgins, Thompson and Spiegelhalter 2009, Journal of the Royal Statistical Society A 172); null for a fixed
 *     effect and below k = 3
 * @param weights in percent, in the order of the effects, adding up to 100
 * @param method in words, with what to beware of
 */
public record PooledEffect(
        int k,
        double estimate,
        double se,
        Interval ci,
        double p,
        double tau2,
        Bounds tau2Ci,
        double q,
        int qDf,
        double qP,
        double i2FromQ,
        double i2FromTau2,
        double h2,
        Interval predictionInterval,
        List<Double> weights,
        String method) {

    public PooledEffect {
        weights = List.copyOf(weights);
    }
}
