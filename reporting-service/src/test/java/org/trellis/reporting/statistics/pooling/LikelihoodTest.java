package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodTest {

    /** Likelihoods with a second summit, the higher one found with 40 digits. */
    @Test
    void takesTheHighestOfSeveralSummits() {
        double[] y = {-2.518, -1.523, 0.029, -0.96, 0.032, -0.004, -0.025, -0.028};
        double[] v = {1.98929, 0.11305, 0.00077, 0.09031, 0.00072, 0.00479, 0.00014, 0.00021};
        assertClose(0.272980174646336914, tau2(y, v, PoolingModel.REML), 1e-12, "the second of two summits");
        double[] y2 = {0.017, -0.101, -1.043, -0.016, -0.011, 0.066, 0.147, 1.367};
        double[] v2 = {0.00415, 0.00029, 0.9995, 0.00048, 0.19084, 0.00812, 0.01696, 0.11148};
        assertClose(0.0487422312815547927, tau2(y2, v2, PoolingModel.REML), 1e-12, "the second of two summits");
        assertClose(0.00478317330165119599, tau2(y2, v2, PoolingModel.ML), 1e-12, "a single one");
    }

    @Test
    void looksBeyondABoundaryThatFallsAtFirst() {
        double[] y = {-0.218, -0.035, 2.521, -0.078, -0.091, 6.735};
        double[] v = {0.03693, 0.014, 0.3867, 0.00575, 0.00038, 2.58097};
        assertClose(4.36900524605765587, tau2(y, v, PoolingModel.REML), 1e-12, "a summit above the boundary");
        assertClose(2.99124498560714745, tau2(y, v, PoolingModel.ML), 1e-12, "a summit above the boundary");
    }

    @Test
    void staysAtABoundaryThatIsHigherThanTheSummit() {
        double[] y = {0.007, 0.305, 2.615, -0.009, -0.035, -0.262, -0.795, 7.231};
        double[] v = {0.00118, 1.25945, 0.95362, 0.00037, 0.00089, 0.09339, 0.49376, 2.09319};
        assertEquals(0, tau2(y, v, PoolingModel.REML));
        assertEquals(0, tau2(y, v, PoolingModel.ML));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNowhereSurpassed(boolean restricted) {
        Random random = new Random(9);
        for (int trial = 0; trial < 2_000; trial++) {
            int k = 2 + random.nextInt(9);
            double[] y = new double[k];
            double[] v = new double[k];
            for (int i = 0; i < k; i++) {
                v[i] = Math.pow(10, -4 + 4.5 * random.nextDouble());
                y[i] = random.nextGaussian() * Math.sqrt(v[i]) * (random.nextBoolean() ? 1 : 3);
            }
            double tau2 = tau2(y, v, restricted ? PoolingModel.REML : PoolingModel.ML);
            double highest = logLikelihood(y, v, tau2, restricted);
            double elsewhere = logLikelihood(y, v, 0, restricted);
            for (double at = 1e-6; at < 1e3; at *= 1.03) {
                elsewhere = Math.max(elsewhere, logLikelihood(y, v, at, restricted));
            }
            assertTrue(highest >= elsewhere - 1e-10, "trial " + trial + ": " + highest + " < " + elsewhere);
        }
    }

    private static double tau2(double[] y, double[] v, PoolingModel model) {
        List<EffectSize> effects = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            effects.add(new EffectSize("", y[i], v[i]));
        }
        return Pooling.pool(effects, model, Adjustment.NONE, 0.95).tau2();
    }

    private static double logLikelihood(double[] y, double[] v, double tau2, boolean restricted) {
        double weight = 0;
        double sum = 0;
        double logs = 0;
        for (int i = 0; i < y.length; i++) {
            weight += 1 / (v[i] + tau2);
            sum += y[i] / (v[i] + tau2);
            logs += Math.log(v[i] + tau2);
        }
        double q = 0;
        for (int i = 0; i < y.length; i++) {
            q += Math.pow(y[i] - sum / weight, 2) / (v[i] + tau2);
        }
        return -(logs + (restricted ? Math.log(weight) : 0) + q) / 2;
    }
}
