package org.trellis.reporting.calculation;

import java.time.LocalDate;
import java.util.List;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * Effects to be pooled. Fields may be absent here, so that all that is missing can be named at once.
 *
 * @param model REML unless given
 * @param adjustment the model's usual one unless given
 * @param confidence of the intervals, 0.95 unless given
 * @param effects 1 to 10,000
 */
public record PooledEffectsRequest(PoolingModel model, Adjustment adjustment, Double confidence, List<Entry> effects) {

    /**
     * @param label comes back where this effect is left out; may be absent
     * @param variance more than 0
     * @param date where all effects have one, they are also pooled as they grew, day by day
     */
    public record Entry(String label, Double effect, Double variance, LocalDate date) {
        public Entry(String label, Double effect, Double variance) {
            this(label, effect, variance, null);
        }

        EffectSize figures() {
            return new EffectSize(label, effect, variance);
        }
    }
}
