package org.trellis.reporting.statistics.pooling;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;

/**
 * τ² of greatest likelihood, restricted or not (Viechtbauer 2005, "Bias and efficiency of meta-analytic variance
 * estimators in the random-effects model", Journal of Educational and Behavioral Statistics 30(3)).
 *
 * <p>The likelihood may have several summits, or its greatest value at 0. Its derivative is therefore looked at along a
 * {@link Grid} from 0 to a τ² beyond which it only falls (4S/(k − 1), S the unweighted sum of squares, or the largest
 * variance); each summit between two points of the grid is found by Newton's method, and the highest is taken.
 */
final class Likelihood {
    private static final double ROUNDING = 1e-6;

    private final Supplier<List<Sample>> samples;
    private final boolean restricted;

    private Likelihood(Supplier<List<Sample>> samples, boolean restricted) {
        this.samples = samples;
        this.restricted = restricted;
    }

    /** τ² that all samples share, each about a mean of its own; more effects than samples. */
    static double tau2(List<Sample> samples, boolean restricted) {
        double[] grid = grid(samples);
        double[] scores = new double[grid.length];
        for (int point = 0; point < grid.length; point++) {
            for (Sample sample : samples) {
                scores[point] += Sums.of(sample, grid[point]).score(restricted);
            }
        }
        return new Likelihood(() -> samples, restricted).highest(grid, scores, null);
    }

    /**
     * τ² without each effect in turn; the grid is laid once, so that a thousand effects take milliseconds.
     *
     * @param near sums about τ² of all, for a sample large enough that τ² without one lies close by; otherwise null
     */
    static double[] tau2WithoutEach(Sample sample, boolean restricted, Expansion near) {
        double[] grid = grid(List.of(sample));
        Sums[] sums = new Sums[grid.length];
        for (int point = 0; point < grid.length; point++) {
            sums[point] = Sums.of(sample, grid[point]);
        }
        double[] without = new double[sample.k()];
        for (int place = 0; place < without.length; place++) {
            without[place] = tau2Without(place, sample, restricted, grid, sums, near);
        }
        return without;
    }

    private static double tau2Without(
            int place, Sample sample, boolean restricted, double[] grid, Sums[] sums, Expansion near) {
        if (sample.k() == 2) {
            return 0;
        }
        double[] scores = new double[grid.length];
        for (int point = 0; point < grid.length; point++) {
            Sums left = sums[point].without(sample.y[place] - sample.y[0], 1 / (sample.v[place] + grid[point]));
            if (left.isRoundedFrom(sums[point])) {
                return tau2(List.of(sample.without(place)), restricted);
            }
            scores[point] = left.score(restricted);
        }
        DoubleBinaryOperator between = near == null
                ? null
                : (low, high) -> near.rootWithout(place, low, high, shifted -> shifted.likelihood(restricted));
        return new Likelihood(() -> List.of(sample.without(place)), restricted).highest(grid, scores, between);
    }

    /**
     * What the derivative is made of: Σw, (Σw)² − Σw², Σw², Σw²r and Σw²r², r the distance from the weighted mean, which
     * lies {@code shift} above the first effect.
     */
    private record Sums(double w, double spare, double w2, double w2r, double w2r2, double shift) {

        static Sums of(Sample sample, double tau2) {
            double first = 1 / (sample.v[0] + tau2);
            double others = 0;
            double squared = 0;
            double sum = 0;
            for (int i = 1; i < sample.k(); i++) {
                double w = 1 / (sample.v[i] + tau2);
                others += w;
                squared += w * w;
                sum += w * (sample.y[i] - sample.y[0]);
            }
            double shift = sum / (first + others);
            double w2r = 0;
            double w2r2 = 0;
            for (int i = 0; i < sample.k(); i++) {
                double w = 1 / (sample.v[i] + tau2);
                double wr = w * (sample.y[i] - sample.y[0] - shift);
                w2r += w * wr;
                w2r2 += wr * wr;
            }
            double spare = Sample.spare(first, others, squared);
            return new Sums(first + others, spare, first * first + squared, w2r, w2r2, shift);
        }

        /** Without one effect, so far above the first one and of that weight. */
        Sums without(double above, double own) {
            double r = above - shift;
            double rest = w - own;
            double moved = -own * r / rest;
            double squared = w2 - own * own;
            double products = w2r - own * own * r;
            double squares = w2r2 - own * r * own * r - 2 * moved * products + moved * moved * squared;
            return new Sums(rest, spare - 2 * own * rest, squared, products - moved * squared, squares, shift + moved);
        }

        /** Whether what was left out outweighed the rest so far that the rest is mere rounding. */
        boolean isRoundedFrom(Sums whole) {
            return !(w > whole.w / 1000) || !(spare > whole.spare / 1000);
        }

        /** Twice the derivative of the log-likelihood by τ². */
        double score(boolean restricted) {
            return w2r2 - (restricted ? spare / w : w);
        }
    }

    /** @param quick finds a summit between two τ², or is not a number where it cannot; null where there is none */
    private double highest(double[] grid, double[] scores, DoubleBinaryOperator quick) {
        double highest = 0;
        boolean found = !(scores[0] > 0);
        for (int point = 0; point + 1 < grid.length; point++) {
            double before = scores[point];
            double after = scores[point + 1];
            if (before > 0 && after <= 0) {
                double low = grid[point] * (1 - ROUNDING);
                double high = grid[point + 1] * (1 + ROUNDING);
                double between = grid[point] + (grid[point + 1] - grid[point]) * (before / (before - after));
                double quickly = quick == null ? Double.NaN : quick.applyAsDouble(low, high);
                double summit = Double.isNaN(quickly) ? Root.falling(this::score, low, high, between) : quickly;
                if (!found || logLikelihood(summit) > logLikelihood(highest)) {
                    highest = summit;
                    found = true;
                }
            }
        }
        return highest;
    }

    private Root.Point score(double at) {
        double value = 0;
        double slope = 0;
        for (Sample sample : samples.get()) {
            Root.Point point = score(sample, at);
            value += point.value();
            slope += point.slope();
        }
        return new Root.Point(value, slope);
    }

    private Root.Point score(Sample sample, double at) {
        Sums sums = Sums.of(sample, at);
        double w3 = 0;
        double w3r2 = 0;
        for (int i = 0; i < sample.k(); i++) {
            double w = 1 / (sample.v[i] + at);
            double wr = w * (sample.y[i] - sample.y[0] - sums.shift);
            w3 += w * w * w;
            w3r2 += w * wr * wr;
        }
        double mean = sums.w2 / sums.w;
        double slope = sums.w2 - 2 * w3r2 + 2 * sums.w2r * sums.w2r / sums.w;
        return new Root.Point(sums.score(restricted), restricted ? slope - 2 * w3 / sums.w + mean * mean : slope);
    }

    private double logLikelihood(double at) {
        double sum = 0;
        for (Sample sample : samples.get()) {
            sum += logLikelihood(sample, at);
        }
        return sum;
    }

    private double logLikelihood(Sample sample, double at) {
        Sample.Weighted weighted = sample.weighted(at);
        double logs = restricted ? StrictMath.log(weighted.weight()) : 0;
        for (double variance : sample.v) {
            logs += StrictMath.log(variance + at);
        }
        return -(logs + weighted.q()) / 2;
    }

    /** From 0 to where the derivative is negative for good, also with one effect fewer. */
    private static double[] grid(List<Sample> samples) {
        double squares = 0;
        double free = -samples.size();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Sample sample : samples) {
            squares += sample.squares();
            free += sample.k();
            least = Math.min(least, sample.v[0]);
            most = Math.max(most, sample.v[sample.k() - 1]);
        }
        return Grid.of(least, Math.max(most, 4 * squares / Math.max(1, free - 1)));
    }
}
