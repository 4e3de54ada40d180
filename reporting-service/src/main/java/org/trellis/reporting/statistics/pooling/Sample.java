package org.trellis.reporting.statistics.pooling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Effects and their variances, sorted, so that every sum runs in the same order however the effects came in, and an
 * answer is the same to the last bit.
 */
final class Sample {
    /** The effects, ascending. */
    final double[] y;
    /** Their variances. */
    final double[] v;

    private Sample(double[] y, double[] v) {
        this.y = y;
        this.v = v;
    }

    /**
     * The indices of effects, sorted by effect and variance.
     *
     * @throws IllegalArgumentException if there is no effect
     */
    static int[] order(List<EffectSize> effects) {
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("nothing to pool");
        }
        Comparator<Integer> byFigures = (one, other) -> {
            int byEffect =
                    Double.compare(effects.get(one).effect(), effects.get(other).effect());
            return byEffect != 0
                    ? byEffect
                    : Double.compare(
                            effects.get(one).variance(), effects.get(other).variance());
        };
        return IntStream.range(0, effects.size())
                .boxed()
                .sorted(byFigures)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static Sample of(List<EffectSize> effects, int[] order) {
        double[] y = new double[order.length];
        double[] v = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            y[place] = effects.get(order[place]).effect();
            v[place] = effects.get(order[place]).variance();
        }
        return new Sample(y, v);
    }

    int k() {
        return y.length;
    }

    /** The sample without the effect at a place. */
    Sample without(int place) {
        int k = y.length - 1;
        double[] fewer = new double[k];
        double[] variances = new double[k];
        System.arraycopy(y, 0, fewer, 0, place);
        System.arraycopy(y, place + 1, fewer, place, k - place);
        System.arraycopy(v, 0, variances, 0, place);
        System.arraycopy(v, place + 1, variances, place, k - place);
        return new Sample(fewer, variances);
    }

    /** The mean weighted by 1/(v + τ²), with its Σw and Σw(y − mean)². */
    record Weighted(double mean, double weight, double q) {}

    Weighted weighted(double tau2) {
        double middle = middle();
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            weight += w;
            sum += w * (y[i] - middle);
        }
        double mean = middle + sum / weight;
        double q = 0;
        for (int i = 0; i < y.length; i++) {
            q += (y[i] - mean) * (y[i] - mean) / (v[i] + tau2);
        }
        return new Weighted(mean, weight, q);
    }

    /** An effect in the middle: sums run over the distances from it, so that equal effects have exactly their mean. */
    double middle() {
        return y[y.length / 2];
    }

    /** Σ(y − ȳ)², unweighted. */
    double squares() {
        double middle = middle();
        double sum = 0;
        for (double effect : y) {
            sum += effect - middle;
        }
        double mean = middle + sum / y.length;
        double squares = 0;
        for (double effect : y) {
            squares += (effect - mean) * (effect - mean);
        }
        return squares;
    }

    /** Σw − Σw²/Σw with w = 1/v: (k − 1) over the typical variance. */
    double information() {
        double weight = 0;
        double squared = 0;
        for (double variance : v) {
            weight += 1 / variance;
            squared += 1 / variance / variance;
        }
        return weight - squared / weight;
    }

    double meanVariance() {
        double sum = 0;
        for (double variance : v) {
            sum += variance;
        }
        return sum / v.length;
    }
}
