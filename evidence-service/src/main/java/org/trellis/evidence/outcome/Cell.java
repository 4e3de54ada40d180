package org.trellis.evidence.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One outcome: a cohort on a measure between two points of a cycle, all of it or one value of a subgroup.
 *
 * @param from the earlier point, always the baseline
 * @param subgroup {@code ALL}, or such as {@code PUPIL_PREMIUM=YES}
 * @param n pairs
 * @param moments null below three pairs, five of staff, where they would give away single scores, and for groups of staff
 *     that would give away a smaller one
 * @param earlierOnly how many have a score at the earlier point alone
 * @param laterOnly how many have a score at the later point alone
 * @param transferred pairs whose later score is another cohort's; they are in {@code n}, and no attrition
 * @param threshold null where the measure has none, and of staff where {@code moments} would be
 * @param categories null where the measure has no whole steps, and where {@code moments} would be
 * @param meanDaysBetween from the earlier to the later score, for ages; null otherwise, and where {@code moments} would be
 * @param unpaired answers of surveys without references, which pair nobody; null where there are none, and where fewer than
 *     three answered, five of staff
 * @param submissions what the cell rests on, in the order of ids
 */
public record Cell(
        UUID id,
        UUID projectId,
        UUID cycleId,
        UUID cohortId,
        UUID organisationId,
        UUID measureId,
        String from,
        String to,
        String subgroup,
        int n,
        Moments moments,
        int earlierOnly,
        int laterOnly,
        int transferred,
        Threshold threshold,
        Categories categories,
        Double meanDaysBetween,
        Unpaired unpaired,
        List<Source> submissions,
        Cause cause) {

    /** Pairs by whether each score reaches the measure's threshold. */
    public record Threshold(int belowBelow, int belowAt, int atBelow, int atAt) {}

    /**
     * Pairs by the steps of their scores.
     *
     * @param values the measure's steps, from the lowest
     * @param counts a row for each step of the earlier score, in it a number for each step of the later one
     */
    public record Categories(List<Integer> values, List<List<Integer>> counts) {}

    /**
     * How many gave which answer at each point, whoever they were.
     *
     * @param values in the measure's unit, from the lowest
     * @param earlier and later how many gave each
     */
    public record Unpaired(List<Double> values, List<Integer> earlier, List<Integer> later) {}

    /** A submission as it was accepted. */
    public record Source(UUID id, int revision) {}

    /** The same with the answers that pair nobody. */
    Cell with(Cell answered) {
        return new Cell(
                id,
                projectId,
                cycleId,
                cohortId,
                organisationId,
                measureId,
                from,
                to,
                subgroup,
                n,
                moments,
                earlierOnly,
                laterOnly,
                transferred,
                threshold,
                categories,
                meanDaysBetween,
                answered.unpaired(),
                Stream.concat(submissions.stream(), answered.submissions().stream())
                        .distinct()
                        .sorted(Comparator.comparing((Source s) -> s.id().toString()))
                        .toList(),
                cause);
    }

    boolean saysTheSameAs(Cell other) {
        return other != null && equals(other.because(cause));
    }

    private Cell because(Cause other) {
        return new Cell(
                id,
                projectId,
                cycleId,
                cohortId,
                organisationId,
                measureId,
                from,
                to,
                subgroup,
                n,
                moments,
                earlierOnly,
                laterOnly,
                transferred,
                threshold,
                categories,
                meanDaysBetween,
                unpaired,
                submissions,
                other);
    }
}
