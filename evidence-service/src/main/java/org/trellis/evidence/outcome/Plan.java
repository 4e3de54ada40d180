package org.trellis.evidence.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What cells are computed for.
 *
 * @param points of the measure in the project's plan; those that scores have come on top
 * @param threshold null where the measure has none
 */
record Plan(
        UUID projectId,
        UUID cycleId,
        UUID measureId,
        boolean higherIsBetter,
        BigDecimal threshold,
        List<String> points) {

    boolean reaches(BigDecimal value) {
        int above = value.compareTo(threshold);
        return higherIsBetter ? above >= 0 : above <= 0;
    }
}
