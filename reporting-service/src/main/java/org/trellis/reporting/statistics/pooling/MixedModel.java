package org.trellis.reporting.statistics.pooling;

import java.util.Arrays;

/** Effects y with sampling variances v about Xβ, and what a τ² makes of them. */
final class MixedModel {
    private final double[] y;
    private final double[] v;
    private final double[][] x;

    /** @param x column by column */
    MixedModel(double[] y, double[] v, double[][] x) {
        this.y = y;
        this.v = v;
        this.x = x;
    }

    int k() {
        return y.length;
    }

    int free() {
        return y.length - x.length;
    }

    /** The same effects without moderators; the intercept is the first column. */
    MixedModel interceptAlone() {
        return new MixedModel(y, v, new double[][] {x[0]});
    }

    /** The same effects, each with the moderators of another. */
    MixedModel dealt(int[] order) {
        double[][] dealt = new double[x.length][order.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < order.length; i++) {
                dealt[j][i] = x[j][order[i]];
            }
        }
        return new MixedModel(y, v, dealt);
    }

    double variance(int i) {
        return v[i];
    }

    double leastVariance() {
        double least = v[0];
        for (double variance : v) {
            least = Math.min(least, variance);
        }
        return least;
    }

    double mostVariance() {
        double most = v[0];
        for (double variance : v) {
            most = Math.max(most, variance);
        }
        return most;
    }

    /** @throws IllegalArgumentException if a moderator follows from the others, or from the intercept */
    WeightedFit at(double tau2) {
        double[] w = new double[v.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = 1 / (v[i] + tau2);
        }
        return new WeightedFit(y, x, w);
    }

    /** The unweighted fit. */
    WeightedFit unweighted() {
        double[] ones = new double[v.length];
        Arrays.fill(ones, 1);
        return new WeightedFit(y, x, ones);
    }
}
