package org.trellis.reporting.statistics.pooling;

import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Distributions;

/** τ², the variance of effects beyond chance. */
final class HeterogeneityVariance {

    private HeterogeneityVariance() {}

    /** τ² by a model, not below 0; 0 for a fixed effect and for a single one. */
    static double of(Sample sample, PoolingModel model) {
        if (sample.k() == 1) {
            return 0;
        }
        return switch (model) {
            case FIXED -> 0;
            case REML -> Likelihood.tau2(sample, true);
            case ML -> Likelihood.tau2(sample, false);
            case PM -> whereQIs(sample, sample.k() - 1.0);
            case DL -> derSimonianLaird(sample);
            case HE -> Math.max(0, sample.squares() / (sample.k() - 1) - sample.meanVariance());
        };
    }

    /** τ² without each effect in turn, by place. */
    static double[] withoutEach(Sample sample, PoolingModel model) {
        if (model == PoolingModel.REML || model == PoolingModel.ML) {
            return Likelihood.tau2WithoutEach(sample, model == PoolingModel.REML);
        }
        double[] without = new double[sample.k()];
        for (int place = 0; place < without.length; place++) {
            without[place] = of(sample.without(place), model);
        }
        return without;
    }

    /**
     * Q-profile interval: the τ² at which the generalised Q is a likely value of χ² (Viechtbauer 2007, "Confidence
     * intervals for the amount of heterogeneity in meta-analysis", Statistics in Medicine 26).
     */
    static Bounds interval(Sample sample, double level) {
        double tail = Distributions.tail(level);
        double df = sample.k() - 1.0;
        return new Bounds(
                whereQIs(sample, Distributions.chiSquaredUpper(tail, df)),
                whereQIs(sample, Distributions.chiSquaredLower(tail, df)));
    }

    /** DerSimonian and Laird 1986, "Meta-analysis in clinical trials", Controlled Clinical Trials 7. */
    private static double derSimonianLaird(Sample sample) {
        return Math.max(0, (sample.weighted(0).q() - (sample.k() - 1)) / sample.information());
    }

    /**
     * The τ² at which Q(τ²) = Σ(y − μ)²/(v + τ²) comes down to a value, or 0 if it never is above it; for k − 1 it is
     * Paule and Mandel's (1982, "Consensus values and weighting factors", Journal of Research of the NBS 87(5)).
     */
    private static double whereQIs(Sample sample, double value) {
        if (!(sample.weighted(0).q() > value)) {
            return 0;
        }
        return Root.falling(tau2 -> excess(sample, tau2, value), 0, sample.squares() / value, 0);
    }

    private static Root.Point excess(Sample sample, double tau2, double value) {
        Sample.Weighted weighted = sample.weighted(tau2);
        double slope = 0;
        for (int i = 0; i < sample.k(); i++) {
            double wr = (sample.y[i] - weighted.mean()) / (sample.v[i] + tau2);
            slope -= wr * wr;
        }
        return new Root.Point(weighted.q() - value, slope);
    }
}
