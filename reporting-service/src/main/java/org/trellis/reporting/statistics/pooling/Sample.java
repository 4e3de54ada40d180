package org.trellis.reporting.statistics.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Effects and their variances, the most precise first, so that every sum runs in the same order however the effects came
 * in, and an answer is the same to the last bit.
 *
 * <p>Sums run over the distances from that first effect. Equal effects then have exactly their mean, and an effect that
 * outweighs all others keeps its small distance from the mean, which rounding would swallow.
 */
final class Sample {
    /** Whole samples by their figures, the larger last. */
    static final Comparator<Sample> BY_FIGURES = (one, other) -> {
        int byVariances = Arrays.compare(one.v, other.v);
        return byVariances != 0 ? byVariances : Arrays.compare(one.y, other.y);
    };

    final double[] y;
    final double[] v;

    private Sample(double[] y, double[] v) {
        this.y = y;
        this.v = v;
    }

    /**
     * The indices of effects, sorted by variance and effect.
     *
     * @throws IllegalArgumentException if there is no effect
     */
    static int[] order(List<EffectSize> effects) {
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("nothing to pool");
        }
        Comparator<Integer> byFigures = (one, other) -> {
            int byVariance = Double.compare(
                    effects.get(one).variance(), effects.get(other).variance());
            return byVariance != 0
                    ? byVariance
                    : Double.compare(
                            effects.get(one).effect(), effects.get(other).effect());
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

    /** All effects of several samples as one. */
    static Sample together(List<Sample> samples) {
        List<EffectSize> all = new ArrayList<>();
        for (Sample sample : samples) {
            for (int i = 0; i < sample.k(); i++) {
                all.add(new EffectSize(null, sample.y[i], sample.v[i]));
            }
        }
        return of(all, order(all));
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
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            weight += w;
            sum += w * (y[i] - y[0]);
        }
        double shift = sum / weight;
        double q = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - y[0] - shift;
            q += r * r / (v[i] + tau2);
        }
        return new Weighted(y[0] + shift, weight, q);
    }

    /** Σ(y − ȳ)², unweighted. */
    double squares() {
        double shift = aboveFirst();
        double squares = 0;
        for (double effect : y) {
            squares += (effect - y[0] - shift) * (effect - y[0] - shift);
        }
        return squares;
    }

    /** ȳ, unweighted. */
    double mean() {
        return y[0] + aboveFirst();
    }

    private double aboveFirst() {
        double sum = 0;
        for (double effect : y) {
            sum += effect - y[0];
        }
        return sum / y.length;
    }

    /** Σw − Σw²/Σw with w = 1/v: (k − 1) over the typical variance. */
    double information() {
        double first = 1 / v[0];
        double others = 0;
        double squared = 0;
        for (int i = 1; i < v.length; i++) {
            others += 1 / v[i];
            squared += 1 / v[i] / v[i];
        }
        return spare(first, others, squared) / (first + others);
    }

    /**
     * (Σw)² − Σw² without the difference of large numbers.
     *
     * @param first the largest weight
     * @param others Σw of the others
     * @param squared Σw² of the others
     */
    static double spare(double first, double others, double squared) {
        return 2 * first * others + (others * others - squared);
    }

    double meanVariance() {
        double sum = 0;
        for (double variance : v) {
            sum += variance;
        }
        return sum / v.length;
    }
}
