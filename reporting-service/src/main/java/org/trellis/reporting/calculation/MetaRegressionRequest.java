package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.Moderated;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * Effects to be explained by what differs between them. An intercept is always there; a group is told by moderators of 0
 * and 1, one fewer than there are groups.
 *
 * @param model REML unless given
 * @param adjustment the model's usual one unless given
 * @param confidence of the intervals, 0.95 unless given
 * @param moderators names, 1 to 10
 * @param effects more than there are coefficients, up to 10,000
 * @param permutations how often to deal the moderators out anew, for a p that rests on no distribution; none unless given
 * @param seed by which they are dealt, 1 unless given
 */
public record MetaRegressionRequest(
        PoolingModel model,
        Adjustment adjustment,
        Double confidence,
        List<String> moderators,
        List<ModeratedEntry> effects,
        Integer permutations,
        Long seed) {

    /**
     * @param label may be absent
     * @param variance more than 0
     * @param values of the moderators, in their order
     */
    public record ModeratedEntry(String label, Double effect, Double variance, List<Double> values) {
        Entry entry() {
            return new Entry(label, effect, variance);
        }

        Moderated figures() {
            return new Moderated(entry().figures(), values);
        }
    }
}
