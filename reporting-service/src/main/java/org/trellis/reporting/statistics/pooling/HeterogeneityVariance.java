package org.trellis.reporting.statistics.pooling;

import java.util.List;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Distributions;

/**
 * τ², the variance of effects beyond chance, about one mean, or common to several samples that have each a mean of their
 * own.
 */
final class HeterogeneityVariance {

    private HeterogeneityVariance() {}

    /** τ² by a model, not below 0; 0 for a fixed effect and for a single one. */
    static double of(Sample sample, PoolingModel model) {
        return common(List.of(sample), model);
    }

    /** τ² that all samples share, by a model; 0 for a fixed effect and where no sample has more than one effect. */
    static double common(List<Sample> samples, PoolingModel model) {
        double free = free(samples);
        if (free == 0) {
            return 0;
        }
        return switch (model) {
            case FIXED -> 0;
            case REML -> Likelihood.tau2(samples, true);
            case ML -> Likelihood.tau2(samples, false);
            case PM -> whereQIs(samples, free);
            case DL -> derSimonianLaird(samples, free);
            case HE -> hedges(samples, free);
        };
    }

    private static double free(List<Sample> samples) {
        return samples.stream().mapToInt(Sample::k).sum() - (double) samples.size();
    }

    /**
     * Q-profile interval: the τ² at which the generalised Q is a likely value of χ² (Viechtbauer 2007, "Confidence
     * intervals for the amount of heterogeneity in meta-analysis", Statistics in Medicine 26).
     */
    static Bounds interval(Sample sample, double level) {
        double tail = Distributions.tail(level);
        double df = sample.k() - 1.0;
        return new Bounds(
                whereQIs(List.of(sample), Distributions.chiSquaredUpper(tail, df)),
                whereQIs(List.of(sample), Distributions.chiSquaredLower(tail, df)));
    }

    /** DerSimonian and Laird 1986, "Meta-analysis in clinical trials", Controlled Clinical Trials 7. */
    private static double derSimonianLaird(List<Sample> samples, double free) {
        double q = 0;
        double information = 0;
        for (Sample sample : samples) {
            if (sample.k() > 1) {
                q += sample.weighted(0).q();
                information += sample.information();
            }
        }
        return Math.max(0, (q - free) / information);
    }

    /** Hedges 1983, "A random effects model for effect sizes", Psychological Bulletin 93(2). */
    private static double hedges(List<Sample> samples, double free) {
        double squares = 0;
        double chance = 0;
        for (Sample sample : samples) {
            squares += sample.squares();
            chance += sample.meanVariance() * (sample.k() - 1);
        }
        return Math.max(0, squares / free - chance / free);
    }

    /**
     * The τ² at which Q(τ²) = Σ(y − μ)²/(v + τ²) comes down to a value, or 0 if it never is above it; for k − 1 it is
     * Paule and Mandel's (1982, "Consensus values and weighting factors", Journal of Research of the NBS 87(5)).
     */
    private static double whereQIs(List<Sample> samples, double value) {
        double squares = 0;
        for (Sample sample : samples) {
            squares += sample.squares();
        }
        return excess(samples, 0, value).value() > 0
                ? Root.falling(tau2 -> excess(samples, tau2, value), 0, squares / value, 0)
                : 0;
    }

    private static Root.Point excess(List<Sample> samples, double tau2, double value) {
        double q = 0;
        double slope = 0;
        for (Sample sample : samples) {
            Sample.Weighted weighted = sample.weighted(tau2);
            q += weighted.q();
            for (int i = 0; i < sample.k(); i++) {
                double wr = (sample.y[i] - weighted.mean()) / (sample.v[i] + tau2);
                slope -= wr * wr;
            }
        }
        return new Root.Point(q - value, slope);
    }
}
