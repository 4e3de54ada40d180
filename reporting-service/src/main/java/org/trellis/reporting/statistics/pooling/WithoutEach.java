package org.trellis.reporting.statistics.pooling;

/**
 * A sample without each of its effects in turn. A small one is gone through again for each. For a large one that would
 * take time by the square, so its sums are taken once, about τ² of all and about 0, and each effect is taken out of them;
 * where that loses digits or lies too far, the sample is gone through after all.
 */
final class WithoutEach {
    private static final int LARGE = 100;

    private final Sample sample;
    private final PoolingModel model;
    private final Expansion near;
    private final Expansion atZero;

    WithoutEach(Sample sample, PoolingModel model) {
        this.sample = sample;
        this.model = model;
        boolean large = sample.k() >= LARGE;
        double tau2 = large ? HeterogeneityVariance.of(sample, model) : 0;
        atZero = large ? new Expansion(sample, 0) : null;
        near = large ? tau2 == 0 ? atZero : new Expansion(sample, tau2) : null;
    }

    /** τ² of the others, by place. */
    double[] tau2() {
        boolean restricted = model == PoolingModel.REML;
        if (restricted || model == PoolingModel.ML) {
            return Likelihood.tau2WithoutEach(sample, restricted, near);
        }
        double[] without = new double[sample.k()];
        double squares = sample.squares();
        double mean = sample.mean();
        double variances = sample.meanVariance() * sample.k();
        for (int place = 0; place < without.length; place++) {
            double quick = near == null ? Double.NaN : quick(place, squares, mean, variances);
            without[place] = Double.isNaN(quick) ? HeterogeneityVariance.of(sample.without(place), model) : quick;
        }
        return without;
    }

    private double quick(int place, double squares, double mean, double variances) {
        double k = sample.k() - 1.0;
        Expansion.Shifted others = atZero.without(place, 0);
        if (others == null) {
            return Double.NaN;
        }
        return switch (model) {
            case PM ->
                others.wr2() > k - 1
                        ? near.rootWithout(place, 0, Double.MAX_VALUE, shifted -> shifted.excess(k - 1))
                        : 0;
            case DL -> Math.max(0, (others.wr2() - (k - 1)) / others.information());
            case HE -> {
                double apart = sample.y[place] - mean;
                double left = squares - apart * apart * (k + 1) / k;
                yield left > squares / 16
                        ? Math.max(0, left / (k - 1) - (variances - sample.v[place]) / k)
                        : Double.NaN;
            }
            default -> 0;
        };
    }

    /** The others' weighted mean at some τ². */
    Sample.Weighted weighted(int place, double tau2) {
        Expansion sums = tau2 == 0 ? atZero : near;
        Expansion.Shifted others = sums == null || !sums.reaches(tau2) ? null : sums.without(place, tau2);
        return others == null
                ? sample.without(place).weighted(tau2)
                : new Sample.Weighted(others.mean(), others.w(), Math.max(0, others.wr2()));
    }
}
