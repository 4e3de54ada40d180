package org.trellis.reporting.statistics.pooling;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * How often moderators are dealt out anew among the effects, and by which seed, so that the answer comes out again
 * (Higgins and Thompson 2004, "Controlling the risk of spurious findings from meta-regression", Statistics in Medicine
 * 23).
 *
 * @param times 1 or more
 * @param seed of the generator
 */
public record Permutations(int times, long seed) {
    /** Statistics that differ by rounding alone count as equal. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if there is none */
    public Permutations {
        if (times < 1) {
            throw new IllegalArgumentException("moderators are dealt out once or more");
        }
    }

    /**
     * For each coefficient the share of dealings, the given one among them, whose statistic is at least as far from 0.
     *
     * @param given statistic by coefficient
     * @param solve gives the statistics of other data
     */
    double[] p(MixedModel effects, IntToDoubleFunction given, Function<MixedModel, IntToDoubleFunction> solve) {
        var random = new SplittableRandom(seed);
        int[] order = new int[effects.k()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        double[] reached = new double[effects.k() - effects.free()];
        for (int time = 0; time < times; time++) {
            shuffle(order, random);
            IntToDoubleFunction dealt = solve.apply(effects.dealt(order));
            for (int j = 0; j < reached.length; j++) {
                if (Math.abs(dealt.applyAsDouble(j)) >= Math.abs(given.applyAsDouble(j)) * (1 - ROUNDING)) {
                    reached[j]++;
                }
            }
        }
        for (int j = 0; j < reached.length; j++) {
            reached[j] = (1 + reached[j]) / (1 + times);
        }
        return reached;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
    }
}
