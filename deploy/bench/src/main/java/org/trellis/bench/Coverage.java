package org.trellis.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MomentsAccumulator;
import org.trellis.reporting.statistics.effect.BetweenSchools;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;

/** How often 95% intervals hold the true value, over projects that are made by chance with a known effect. */
final class Coverage {
    private static final int RUNS = 2_000;
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

    /** Of each only the share is told, and no pace. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        new Coverage(20, RUNS)
                .shares()
                .forEach((what, share) -> rows.add(Row.of(what, Sample.ofRate(Double.NaN), Sample.ofRate(Double.NaN))
                        .wanted(
                                "95%% interval holds the truth in %.1f%% of %,d".formatted(100 * share, RUNS),
                                share > least(what))));
        return rows;
    }

    /**
     * The share below which something is wrong. Prediction intervals are known to hold too seldom where the variance between
     * schools is small beside that within them.
     */
    static double least(String what) {
        return what.contains("prediction") ? 0.78 : 0.90;
    }

    /** By interval. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("coverage: ANCOVA, 25 and 25 pupils", share(() -> holds(ancova(25), TRUE)));
        shares.put("coverage: POST_SMD, 25 and 25 pupils", share(() -> holds(postSmd(25), TRUE)));
        shares.put("coverage: whole schools, 8 and 8 of 25", share(this::betweenSchools));
        for (int k : new int[] {3, 8}) {
            shares.put(
                    "coverage: REML, Hartung-Knapp, " + k + " schools",
                    share(() -> holds(Pooling.overSchools(effects(k), LEVEL).ci(), TRUE)));
            shares.put(
                    "coverage: prediction, " + k + " schools",
                    share(() -> holds(
                            Pooling.overSchools(effects(k), LEVEL).predictionInterval(),
                            TRUE + Math.sqrt(TAU2) * random.nextGaussian())));
            shares.put("coverage: τ² by Q-profile, " + k + " schools", share(() -> {
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
}
