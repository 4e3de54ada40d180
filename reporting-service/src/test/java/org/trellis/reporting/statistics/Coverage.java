package org.trellis.reporting.statistics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.trellis.reporting.statistics.effect.BetweenSchools;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * How often 95% intervals hold the true value, over projects that are made by chance with a known effect. Run as a program
 * ({@code deploy/bench/statistics}) it prints 2,000 runs of each, and how long pooling takes.
 */
public final class Coverage {
    private static final double LEVEL = 0.95;
    private static final double TRUE = 0.3;
    private static final double TAU2 = 0.02;
    private static final double CORRELATION = 0.7;
    private static final double BETWEEN = 0.1;

    private final Random random;
    private final int runs;

    Coverage(long seed, int runs) {
        random = new Random(seed);
        this.runs = runs;
    }

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        new Coverage(20, 2_000).shares().forEach((what, share) -> out.printf(Locale.ROOT, "%-64s %.3f%n", what, share));
        out.printf(
                Locale.ROOT, "%-64s %8.1f µs%n", "REML with Hartung and Knapp, 10 effects", micros(10, 20_000, false));
        out.printf(
                Locale.ROOT,
                "%-64s %8.1f µs%n",
                "REML with Hartung and Knapp, 1,000 effects",
                micros(1_000, 500, false));
        out.printf(
                Locale.ROOT,
                "%-64s %8.1f ms%n",
                "10,000 effects, each left out in turn",
                micros(10_000, 20, true) / 1_000);
    }

    /** By interval. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("ANCOVA in one school, 25 and 25 pupils", share(() -> holds(ancova(25), TRUE)));
        shares.put("POST_SMD in one school, 25 and 25 pupils", share(() -> holds(postSmd(25), TRUE)));
        shares.put("whole schools, 8 and 8 of 25, intraclass correlation 0.1", share(this::betweenSchools));
        for (int k : new int[] {3, 8}) {
            shares.put(
                    "REML with Hartung and Knapp, " + k + " schools, τ² 0.02",
                    share(() -> holds(Pooling.overSchools(effects(k), LEVEL).ci(), TRUE)));
            shares.put(
                    "prediction interval, " + k + " schools",
                    share(() -> holds(
                            Pooling.overSchools(effects(k), LEVEL).predictionInterval(),
                            TRUE + Math.sqrt(TAU2) * random.nextGaussian())));
            shares.put("Q-profile interval of τ², " + k + " schools", share(() -> {
                Bounds tau2 = Pooling.overSchools(effects(k), LEVEL).tau2Ci();
                return tau2.lower() <= TAU2 && TAU2 <= tau2.upper();
            }));
        }
        return shares;
    }

    private double share(BooleanSupplier holds) {
        int held = 0;
        for (int run = 0; run < runs; run++) {
            held += holds.getAsBoolean() ? 1 : 0;
        }
        return (double) held / runs;
    }

    private static boolean holds(Interval interval, double value) {
        return interval.lower() <= value && value <= interval.upper();
    }

    private Interval ancova(int n) {
        return found(StandardisedMeanDifference.ancova(cohort(n, TRUE, 0), cohort(n, 0, 0), Direction.HIGHER_IS_BETTER))
                .ci(LEVEL);
    }

    private Interval postSmd(int n) {
        return found(StandardisedMeanDifference.postSmd(
                        cohort(n, TRUE, 0), cohort(n, 0, 0), Direction.HIGHER_IS_BETTER))
                .ci(LEVEL);
    }

    private boolean betweenSchools() {
        List<Moments> treated = new ArrayList<>();
        List<Moments> others = new ArrayList<>();
        for (int school = 0; school < 8; school++) {
            treated.add(cohort(25, TRUE, BETWEEN));
            others.add(cohort(25, 0, BETWEEN));
        }
        BetweenSchools found = found(BetweenSchools.postSmd(treated, others, Direction.HIGHER_IS_BETTER));
        return holds(found.effect().ci(LEVEL), TRUE);
    }

    /** @param intraclass share of the variance of later scores, which is 1, that lies between schools */
    private Moments cohort(int n, double effect, double intraclass) {
        double school = Math.sqrt(intraclass) * random.nextGaussian();
        MomentsAccumulator sum = new MomentsAccumulator();
        for (int i = 0; i < n; i++) {
            double before = random.nextGaussian();
            double own = CORRELATION * before + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
            sum.add(before, effect + school + Math.sqrt(1 - intraclass) * own);
        }
        return sum.moments();
    }

    private List<EffectSize> effects(int k) {
        List<EffectSize> effects = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double variance = 0.02 + 0.08 * random.nextDouble();
            double effect = TRUE + Math.sqrt(TAU2 + variance) * random.nextGaussian();
            effects.add(new EffectSize("", effect, variance));
        }
        return effects;
    }

    private static <T> T found(Estimate<T> estimate) {
        return switch (estimate) {
            case Estimate.Found<T>(T value) -> value;
            case Estimate.Missing<T>(var reason) -> throw new IllegalStateException(reason.name());
        };
    }

    /** Half the rounds warm up. */
    private static double micros(int k, int rounds, boolean leavingOut) {
        List<EffectSize> effects = new Coverage(k, 1).effects(k);
        double sum = 0;
        long start = 0;
        for (int round = 0; round < rounds; round++) {
            if (round == rounds / 2) {
                start = System.nanoTime();
            }
            sum += leavingOut
                    ? Pooling.leaveOneOut(effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP)
                            .getFirst()
                            .estimate()
                    : Pooling.overSchools(effects, LEVEL).estimate();
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("not a number");
        }
        return (System.nanoTime() - start) / 1e3 / (rounds - rounds / 2);
    }
}
