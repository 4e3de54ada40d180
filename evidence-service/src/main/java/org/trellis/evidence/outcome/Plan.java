package org.trellis.evidence.outcome;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What cells are computed for.
 *
 * @param points of the measure in the project's plan; those that scores have come on top
 * @param minimum and maximum bound every value
 * @param threshold null where the measure has none
 * @param aboutStaff of whom smaller groups than of pupils would be recognised
 */
record Plan(
        UUID projectId,
        UUID cycleId,
        UUID measureId,
        boolean higherIsBetter,
        BigDecimal minimum,
        BigDecimal maximum,
        BigDecimal threshold,
        boolean ageInMonths,
        boolean aboutStaff,
        List<String> points) {

    private static final int MOST_STEPS = 11;
    private static final int FEWEST = 3;
    private static final int FEWEST_STAFF = 5;

    /** Of how many people there is more than their number. */
    int fewest() {
        return aboutStaff ? FEWEST_STAFF : FEWEST;
    }

    /** A measure of few whole steps, such as a Likert item, has them as categories. */
    List<Integer> steps() {
        boolean few = minimum.stripTrailingZeros().scale() <= 0
                && maximum.stripTrailingZeros().scale() <= 0
                && maximum.subtract(minimum).intValue() < MOST_STEPS;
        return few
                ? IntStream.rangeClosed(minimum.intValue(), maximum.intValue())
                        .boxed()
                        .toList()
                : List.of();
    }

    boolean reaches(BigDecimal value) {
        int above = value.compareTo(threshold);
        return higherIsBetter ? above >= 0 : above <= 0;
    }
}
