package org.trellis.reporting.statistics.pooling;

/**
 * τ² of greatest likelihood, restricted or not (Viechtbauer 2005, "Bias and efficiency of meta-analytic variance
 * estimators in the random-effects model", Journal of Educational and Behavioral Statistics 30(3)).
 *
 * <p>The likelihood may have several summits, or its greatest value at 0. Its derivative is therefore looked at along a
 * grid from 0 to a τ² beyond which it only falls (4S/(k − 1), S the unweighted sum of squares, or the largest variance);
 * each summit between two points of the grid is found by Newton's method, and the highest is taken. A summit is about as
 * wide as the variances it comes from, so steps by √2 miss none that matters.
 */
final class Likelihood {
    private static final double STEP = StrictMath.sqrt(2);
    private static final double ROUNDING = 1e-6;

    private final Sample sample;
    private final boolean restricted;

    private Likelihood(Sample sample, boolean restricted) {
        this.sample = sample;
        this.restricted = restricted;
    }

    static double tau2(Sample sample, boolean restricted) {
        if (sample.k() == 1) {
            return 0;
        }
        double[] grid = grid(sample);
        double[] scores = new double[grid.length];
        for (int point = 0; point < grid.length; point++) {
            scores[point] = Sums.of(sample, grid[point]).score(restricted);
        }
        return new Likelihood(sample, restricted).highest(grid, scores);
    }

    /** τ² without each effect in turn; the grid is laid once, so that a thousand effects take milliseconds. */
    static double[] tau2WithoutEach(Sample sample, boolean restricted) {
        double[] grid = grid(sample);
        Sums[] sums = new Sums[grid.length];
        for (int point = 0; point < grid.length; point++) {
            sums[point] = Sums.of(sample, grid[point]);
        }
        double[] without = new double[sample.k()];
        for (int place = 0; place < without.length; place++) {
            without[place] = tau2Without(place, sample, restricted, grid, sums);
        }
        return without;
    }

    private static double tau2Without(int place, Sample sample, boolean restricted, double[] grid, Sums[] sums) {
        Sample others = sample.without(place);
        double[] scores = new double[grid.length];
        for (int point = 0; point < grid.length; point++) {
            Sums left = sums[point].without(sample.y[place] - sample.y[0], 1 / (sample.v[place] + grid[point]));
            if (others.k() == 1 || left.isRoundedFrom(sums[point])) {
                return tau2(others, restricted);
            }
            scores[point] = left.score(restricted);
        }
        return new Likelihood(others, restricted).highest(grid, scores);
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

    private double highest(double[] grid, double[] scores) {
        double highest = 0;
        boolean found = !(scores[0] > 0);
        for (int point = 0; point + 1 < grid.length; point++) {
            double before = scores[point];
            double after = scores[point + 1];
            if (before > 0 && after <= 0) {
                double between = grid[point] + (grid[point + 1] - grid[point]) * (before / (before - after));
                double summit = Root.falling(
                        this::score, grid[point] * (1 - ROUNDING), grid[point + 1] * (1 + ROUNDING), between);
                if (!found || logLikelihood(summit) > logLikelihood(highest)) {
                    highest = summit;
                    found = true;
                }
            }
        }
        return highest;
    }

    private Root.Point score(double at) {
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
        Sample.Weighted weighted = sample.weighted(at);
        double logs = restricted ? StrictMath.log(weighted.weight()) : 0;
        for (double variance : sample.v) {
            logs += StrictMath.log(variance + at);
        }
        return -(logs + weighted.q()) / 2;
    }

    /** From 0 to where the derivative is negative for good, also with one effect fewer. */
    private static double[] grid(Sample sample) {
        double top = Math.max(sample.v[sample.k() - 1], 4 * sample.squares() / Math.max(1, sample.k() - 2));
        double bottom = sample.v[0] / 16;
        if (!(top < Double.MAX_VALUE) || bottom < Double.MIN_NORMAL) {
            throw new ArithmeticException("effects or variances too far apart");
        }
        double octaves = (StrictMath.log(top) - StrictMath.log(bottom)) / StrictMath.log(2);
        double[] grid = new double[(int) Math.ceil(2 * octaves) + 3];
        double at = bottom;
        for (int point = 1; point < grid.length; point++) {
            grid[point] = at;
            at *= STEP;
        }
        return grid;
    }
}
