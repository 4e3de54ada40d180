package org.trellis.reporting.statistics.pooling;

import java.util.function.Function;

/**
 * The sums of a large sample as power series about one τ², so that a τ² close by, and without one effect, costs the terms
 * of the series and not another run over the sample: with u = (v₁ + τ²)/(v + τ²), v₁ the least variance, and
 * x = −h/(v₁ + τ²), Σf/(v + τ² + h)ᵖ = (v₁ + τ²)⁻ᵖ·Σⱼ C(p + j − 1, j)·xʲ·Σf·u^(p+j) (the binomial series).
 */
final class Expansion {
    /** Within this |x| the terms left out are below a part in 10¹⁵. */
    private static final double REACH = 0.125;

    private static final int TERMS = 20;
    private static final int HIGHEST = 3;
    private static final int STEPS = 20;
    private static final double CLOSE = 1e-14;

    private final Sample sample;
    private final double at;
    private final double unit;
    private final double centre;
    private final double[] ones = new double[TERMS + HIGHEST + 1];
    private final double[] distances = new double[TERMS + HIGHEST + 1];
    private final double[] squares = new double[TERMS + HIGHEST + 1];

    Expansion(Sample sample, double at) {
        this.sample = sample;
        this.at = at;
        unit = sample.v[0] + at;
        centre = sample.weighted(at).mean();
        for (int i = 0; i < sample.k(); i++) {
            double u = unit / (sample.v[i] + at);
            double r = sample.y[i] - centre;
            double power = 1;
            for (int p = 1; p < ones.length; p++) {
                power *= u;
                ones[p] += power;
                distances[p] += power * r;
                squares[p] += power * r * r;
            }
        }
    }

    boolean reaches(double tau2) {
        return Math.abs(tau2 - at) <= REACH * unit;
    }

    /**
     * Sums at some τ² within reach and without one effect, r the distance from the mean of the others.
     *
     * @param w Σw
     * @param w2 Σw²
     * @param w3 Σw³
     * @param mean Σwy/Σw
     * @param wr2 Σwr², the others' Q
     * @param w2r Σw²r
     * @param w2r2 Σw²r²
     * @param w3r2 Σw³r²
     */
    record Shifted(
            double w, double w2, double w3, double mean, double wr2, double w2r, double w2r2, double w3r2, int k) {

        /** Twice the derivative of the log-likelihood by τ², and its slope; as in {@link Likelihood}. */
        Root.Point likelihood(boolean restricted) {
            double share = w2 / w;
            double slope = w2 - 2 * w3r2 + 2 * w2r * w2r / w;
            return restricted
                    ? new Root.Point(w2r2 - (w - share), slope - 2 * w3 / w + share * share)
                    : new Root.Point(w2r2 - w, slope);
        }

        /** How far Q is above a value, and its slope. */
        Root.Point excess(double value) {
            return new Root.Point(wr2 - value, -w2r2);
        }

        /** Σw − Σw²/Σw. */
        double information() {
            return w - w2 / w;
        }
    }

    /** @return null where what is left out outweighs the others, so that rounding would be left of them */
    Shifted without(int place, double tau2) {
        double x = -(tau2 - at) / unit;
        double own = unit / (sample.v[place] + tau2);
        double r = sample.y[place] - centre;
        double a1 = series(ones, 1, x) - own;
        double a2 = series(ones, 2, x) - own * own;
        double a3 = series(ones, 3, x) - own * own * own;
        double b1 = series(distances, 1, x) - own * r;
        double b2 = series(distances, 2, x) - own * own * r;
        double b3 = series(distances, 3, x) - own * own * own * r;
        double c1 = series(squares, 1, x) - own * r * r;
        double c2 = series(squares, 2, x) - own * own * r * r;
        double c3 = series(squares, 3, x) - own * own * own * r * r;
        if (!(a1 > own) || !(a1 - a2 / a1 > a1 / 16)) {
            return null;
        }
        double m = b1 / a1;
        return new Shifted(
                a1 / unit,
                a2 / unit / unit,
                a3 / unit / unit / unit,
                centre + m,
                (c1 - b1 * m) / unit,
                (b2 - m * a2) / unit / unit,
                (c2 - 2 * m * b2 + m * m * a2) / unit / unit,
                (c3 - 2 * m * b3 + m * m * a3) / unit / unit / unit,
                sample.k() - 1);
    }

    /** Where a falling function of the sums without one effect is 0 between two τ²; not a number if out of reach. */
    double rootWithout(int place, double low, double high, Function<Shifted, Root.Point> function) {
        double tau2 = Math.clamp(at, low, high);
        for (int step = 0; step < STEPS && reaches(tau2); step++) {
            Shifted shifted = without(place, tau2);
            if (shifted == null) {
                return Double.NaN;
            }
            Root.Point point = function.apply(shifted);
            double next = tau2 - point.value() / point.slope();
            if (!(point.slope() < 0) || !(next >= low && next <= high)) {
                return Double.NaN;
            }
            if (Math.abs(next - tau2) <= CLOSE * unit) {
                return next;
            }
            tau2 = next;
        }
        return Double.NaN;
    }

    private static double series(double[] sums, int p, double x) {
        if (x == 0) {
            return sums[p];
        }
        double sum = 0;
        double factor = 1;
        for (int j = 0; j < TERMS; j++) {
            sum += factor * sums[p + j];
            factor *= x * (p + j) / (j + 1);
        }
        return sum;
    }
}
