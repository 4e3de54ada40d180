package org.trellis.reporting.statistics.pooling;

import java.util.function.IntToDoubleFunction;

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
    private final double[] tau2;
    private final Sums[] sums;

    /** Σw, Σw², Σw²(y − μ), Σw²(y − μ)² about the weighted mean μ. */
    private record Sums(double w, double w2, double w2r, double w2r2, double mean) {}

    private Likelihood(Sample sample, boolean restricted) {
        this.sample = sample;
        this.restricted = restricted;
        this.tau2 = grid(sample);
        this.sums = new Sums[tau2.length];
        for (int point = 0; point < tau2.length; point++) {
            sums[point] = sums(tau2[point]);
        }
    }

    static double tau2(Sample sample, boolean restricted) {
        return sample.k() == 1 ? 0 : new Likelihood(sample, restricted).highest();
    }

    /** τ² without each effect in turn; the grid is laid once, so that a thousand effects take milliseconds. */
    static double[] tau2WithoutEach(Sample sample, boolean restricted) {
        Likelihood whole = new Likelihood(sample, restricted);
        double[] without = new double[sample.k()];
        for (int place = 0; place < without.length; place++) {
            without[place] = whole.highestWithout(place);
        }
        return without;
    }

    private double highest() {
        return highest(point -> {
            Sums s = sums[point];
            return s.w2r2 - s.w + (restricted ? s.w2 / s.w : 0);
        });
    }

    private double highestWithout(int place) {
        Sample others = sample.without(place);
        if (others.k() == 1) {
            return 0;
        }
        double[] scores = new double[tau2.length];
        for (int point = 0; point < scores.length; point++) {
            Sums s = sums[point];
            double own = 1 / (sample.v[place] + tau2[point]);
            double rest = s.w - own;
            if (rest < s.w / 1000) {
                // The one left out outweighs all others: what is left of the sums would be rounding.
                return tau2(others, restricted);
            }
            double distance = sample.y[place] - s.mean;
            double shift = -own * distance / rest;
            double w2 = s.w2 - own * own;
            double w2r = s.w2r - own * own * distance;
            double w2r2 = s.w2r2 - own * own * distance * distance - 2 * shift * w2r + shift * shift * w2;
            scores[point] = w2r2 - rest + (restricted ? w2 / rest : 0);
        }
        return new Likelihood(others, restricted, tau2).highest(point -> scores[point]);
    }

    private Likelihood(Sample sample, boolean restricted, double[] tau2) {
        this.sample = sample;
        this.restricted = restricted;
        this.tau2 = tau2;
        this.sums = new Sums[0];
    }

    private double highest(IntToDoubleFunction score) {
        double highest = 0;
        boolean found = !(score.applyAsDouble(0) > 0);
        for (int point = 0; point + 1 < tau2.length; point++) {
            double before = score.applyAsDouble(point);
            double after = score.applyAsDouble(point + 1);
            if (before > 0 && after <= 0) {
                double between = tau2[point] + (tau2[point + 1] - tau2[point]) * (before / (before - after));
                double summit = Root.falling(
                        this::score, tau2[point] * (1 - ROUNDING), tau2[point + 1] * (1 + ROUNDING), between);
                if (!found || logLikelihood(summit) > logLikelihood(highest)) {
                    highest = summit;
                    found = true;
                }
            }
        }
        return highest;
    }

    /** Twice the derivative of the log-likelihood by τ², and its slope. */
    private Root.Point score(double at) {
        double w1 = 0;
        double w2 = 0;
        double w3 = 0;
        double sum = 0;
        double middle = sample.middle();
        for (int i = 0; i < sample.k(); i++) {
            double w = 1 / (sample.v[i] + at);
            w1 += w;
            w2 += w * w;
            w3 += w * w * w;
            sum += w * (sample.y[i] - middle);
        }
        double mean = middle + sum / w1;
        double w2r = 0;
        double w2r2 = 0;
        double w3r2 = 0;
        for (int i = 0; i < sample.k(); i++) {
            double w = 1 / (sample.v[i] + at);
            double wr = w * (sample.y[i] - mean);
            w2r += w * wr;
            w2r2 += wr * wr;
            w3r2 += w * wr * wr;
        }
        double value = w2r2 - w1;
        double slope = w2 - 2 * w3r2 + 2 * w2r * w2r / w1;
        return restricted
                ? new Root.Point(value + w2 / w1, slope - 2 * w3 / w1 + w2 / w1 * (w2 / w1))
                : new Root.Point(value, slope);
    }

    private double logLikelihood(double at) {
        Sample.Weighted weighted = sample.weighted(at);
        double logs = restricted ? StrictMath.log(weighted.weight()) : 0;
        for (double variance : sample.v) {
            logs += StrictMath.log(variance + at);
        }
        return -(logs + weighted.q()) / 2;
    }

    private Sums sums(double at) {
        double middle = sample.middle();
        double w1 = 0;
        double w2 = 0;
        double sum = 0;
        for (int i = 0; i < sample.k(); i++) {
            double w = 1 / (sample.v[i] + at);
            w1 += w;
            w2 += w * w;
            sum += w * (sample.y[i] - middle);
        }
        double mean = middle + sum / w1;
        double w2r = 0;
        double w2r2 = 0;
        for (int i = 0; i < sample.k(); i++) {
            double w = 1 / (sample.v[i] + at);
            double wr = w * (sample.y[i] - mean);
            w2r += w * wr;
            w2r2 += wr * wr;
        }
        return new Sums(w1, w2, w2r, w2r2, mean);
    }

    /** From 0 to where the derivative is negative for good, also with one effect fewer. */
    private static double[] grid(Sample sample) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double variance : sample.v) {
            least = Math.min(least, variance);
            most = Math.max(most, variance);
        }
        double top = Math.max(most, 4 * sample.squares() / Math.max(1, sample.k() - 2));
        double bottom = least / 16;
        if (!(top < Double.MAX_VALUE) || bottom < Double.MIN_NORMAL) {
            throw new ArithmeticException("effects or variances too far apart");
        }
        double octaves = (StrictMath.log(top) - StrictMath.log(bottom)) / StrictMath.log(2);
        int steps = (int) Math.ceil(2 * octaves) + 1;
        double[] grid = new double[steps + 2];
        double at = bottom;
        for (int point = 1; point < grid.length; point++) {
            grid[point] = at;
            at *= STEP;
        }
        return grid;
    }
}
