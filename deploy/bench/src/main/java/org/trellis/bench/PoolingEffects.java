package org.trellis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * Pooling 10 and 1,000 effects by REML with Hartung and Knapp's adjustment, with everything that is said of it. The
 * ceiling is a weighted mean of the same effects, the least that pooling can cost.
 */
final class PoolingEffects {
    private static final double LEVEL = 0.95;

    private PoolingEffects() {}

    static List<Row> rows(Rounds rounds) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int k : new int[] {10, 1_000}) {
            List<EffectSize> effects = effects(k);
            try (Load ours = Load.of(1, () -> new Pooled(effects, true));
                    Load ceiling = Load.of(1, () -> new Pooled(effects, false))) {
                Row row = rounds.compare("pooling %,d effects".formatted(k), ours, ceiling);
                rows.add(row.wanted(
                        "%.1f µs at the median".formatted(1000 * row.ours().p50()), true));
            }
        }
        return rows;
    }

    private static List<EffectSize> effects(int k) {
        var random = new Random(k);
        List<EffectSize> effects = new ArrayList<>(k);
        for (int i = 0; i < k; i++) {
            effects.add(new EffectSize(
                    "School " + i, 0.2 + 0.3 * random.nextGaussian(), 0.01 + 0.05 * random.nextDouble()));
        }
        return effects;
    }

    private record Pooled(List<EffectSize> effects, boolean reml) implements Load.Client {
        @Override
        public void once() {
            double estimate = reml
                    ? Pooling.pool(effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, LEVEL)
                            .estimate()
                    : mean();
            if (!Double.isFinite(estimate)) {
                throw new IllegalStateException("Nothing was pooled");
            }
        }

        private double mean() {
            double sum = 0;
            double weights = 0;
            for (EffectSize effect : effects) {
                sum += effect.effect() / effect.variance();
                weights += 1 / effect.variance();
            }
            return sum / weights;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
