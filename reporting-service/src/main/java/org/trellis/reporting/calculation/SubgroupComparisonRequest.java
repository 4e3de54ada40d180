package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * Groups of effects to be compared, such as those of primary and of secondary schools.
 *
 * @param model REML unless given
 * @param adjustment the model's usual one unless given
 * @param confidence of the intervals, 0.95 unless given
 * @param groups 2 to 50, with up to 10,000 effects together
 */
public record SubgroupComparisonRequest(
        PoolingModel model, Adjustment adjustment, Double confidence, List<Group> groups) {

    /** @param label what the effects have in common */
    public record Group(String label, List<Entry> effects) {}
}
