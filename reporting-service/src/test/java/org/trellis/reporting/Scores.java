package org.trellis.reporting;

import java.util.Random;

/** Made-up scores that come out the same every time. */
public final class Scores {
    private final Random random;

    public Scores(long seed) {
        random = new Random(seed);
    }

    /** Pairs of scores near 100 with a correlation of about 0.7. */
    public double[][] pairs(int n, double gain) {
        var pairs = new double[n][];
        for (int i = 0; i < n; i++) {
            double ability = random.nextGaussian();
            double before = 96 + 14 * (0.85 * ability + 0.5 * random.nextGaussian());
            double after = 96 + gain + 14 * (0.85 * ability + 0.5 * random.nextGaussian());
            pairs[i] = new double[] {Math.round(before * 10) / 10.0, Math.round(after * 10) / 10.0};
        }
        return pairs;
    }

    /** Pairs whose gains vary and have exactly this mean. */
    public double[][] gaining(int n, double mean) {
        var pairs = new double[n][];
        for (int i = 0; i < n; i++) {
            double before = 90 + random.nextInt(30);
            double spread = n % 2 == 1 && i == n - 1 ? 0 : (i % 2 == 0 ? 1 : -1) * (2 + i / 2 % 5);
            pairs[i] = new double[] {before, before + mean + spread};
        }
        return pairs;
    }
}
