package org.trellis.reporting.statistics.pooling;

import java.util.List;
import org.trellis.reporting.statistics.Interval;

/**
 * Effects explained by what differs between schools.
 *
 * @param k number of effects
 * @param tau2 variance between effects that the moderators leave; 0 for a fixed effect
 * @param tau2Total variance between effects without moderators, by the same model
 * @param r2 percent of {@code tau2Total} that the moderators account for, not below 0; null where it is 0 (Raudenbush
 *     1994)
 * @param residualQ Σ(y − Xβ)²/v about the fixed-effects model
 * @param residualDf k less the number of coefficients
 * @param residualP P(χ² &gt; Q)
 * @param i2 100·τ²/(τ² + s²) with the typical variance s² = (k − p)/tr P, P of the fixed-effects model
 * @param h2 (τ² + s²)/s²
 * @param f of all moderators together: their Wald statistic over its degrees of freedom; null without moderators
 * @param fDf moderators
 * @param pModerators of no moderator mattering: F with k − p degrees of freedom, or χ² where no adjustment is made; null
 *     without moderators
 * @param coefficients the intercept, then the moderators in the order given
 * @param permutations how often the moderators were dealt out anew; null unless asked for
 * @param seed by which they were dealt
 * @param method in words, with what to beware of
 */
public record RegressedEffects(
        int k,
        double tau2,
        double tau2Total,
        Double r2,
        double residualQ,
        int residualDf,
        double residualP,
        double i2,
        double h2,
        Double f,
        int fDf,
        Double pModerators,
        List<Coefficient> coefficients,
        Integer permutations,
        Long seed,
        String method) {

    public RegressedEffects {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * @param name {@code INTERCEPT}, or the moderator's
     * @param estimate what the effect changes by for each unit of the moderator
     * @param p two-sided, of no such change: Student's t with k − p degrees of freedom, or normal where no adjustment is
     *     made
     * @param permutationP the share of dealings, this one among them, in which the statistic is at least as far from 0;
     *     null unless asked for, and for the intercept
     */
    public record Coefficient(
            String name, double estimate, double se, Interval ci, double statistic, double p, Double permutationP) {}
}
