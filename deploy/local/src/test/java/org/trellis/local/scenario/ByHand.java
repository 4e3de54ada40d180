package org.trellis.local.scenario;

import java.util.List;

/** The figures as one would work them out from single scores with pencil and paper; shares no code with the services. */
final class ByHand {
    /** 97.5 per cent of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private ByHand() {}

    record Mean(double n, double before, double after) {}

    record Effect(double g, double variance) {}

    record Pooled(double estimate, double se, double lower, double upper, double q) {}

    static Mean mean(List<RawScores.Pupil> pupils) {
        double n = pupils.size();
        return new Mean(
                n,
                pupils.stream().mapToDouble(p -> p.before().doubleValue()).sum() / n,
                pupils.stream().mapToDouble(p -> p.after().doubleValue()).sum() / n);
    }

    /** Difference adjusted for the first score, over the pooled standard deviation of the second, in Hedges' g. */
    static Effect effect(RawScores school) {
        List<RawScores.Pupil> t = school.complete("INTERVENTION");
        List<RawScores.Pupil> c = school.complete("COMPARISON");
        Mean meanT = mean(t);
        Mean meanC = mean(c);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (List<RawScores.Pupil> arm : List.of(t, c)) {
            Mean mean = mean(arm);
            for (RawScores.Pupil p : arm) {
                double dx = p.before().doubleValue() - mean.before();
                double dy = p.after().doubleValue() - mean.after();
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        double n = meanT.n() + meanC.n();
        double apart = meanT.before() - meanC.before();
        double sd = Math.sqrt(yy / (n - 2));
        double j = correction((int) n - 2);
        double g = j * (meanT.after() - meanC.after() - xy / xx * apart) / sd;
        double residual = (yy - xy * xy / xx) / (n - 3);
        double se2 = residual * (1 / meanT.n() + 1 / meanC.n() + apart * apart / xx);
        return new Effect(g, j * j * se2 / (sd * sd) + g * g / (2 * (n - 2)));
    }

    /** Two schools as a fixed effect. */
    static Pooled pooled(Effect one, Effect other) {
        double w1 = 1 / one.variance();
        double w2 = 1 / other.variance();
        double estimate = (w1 * one.g() + w2 * other.g()) / (w1 + w2);
        double se = Math.sqrt(1 / (w1 + w2));
        double q = w1 * Math.pow(one.g() - estimate, 2) + w2 * Math.pow(other.g() - estimate, 2);
        return new Pooled(estimate, se, estimate - Z * se, estimate + Z * se, q);
    }

    /** Γ(m/2) / (√(m/2)·Γ((m−1)/2)), where the ratio r(m) of the gammas is (m−2)/2 / r(m−1), and r(2) is 1/√π. */
    private static double correction(int m) {
        double ratio = 1 / Math.sqrt(Math.PI);
        for (int k = 3; k <= m; k++) {
            ratio = (k - 2) / 2.0 / ratio;
        }
        return ratio / Math.sqrt(m / 2.0);
    }
}
