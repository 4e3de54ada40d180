package org.trellis.evidence.outcome;

import java.util.List;
import java.util.UUID;

/**
 * One outcome: a cohort on a measure between two points of a cycle, all of it or one value of a subgroup.
 *
 * @param from the earlier point, always the baseline
 * @param subgroup {@code ALL}, or such as {@code PUPIL_PREMIUM=YES}
 * @param n pairs
 * @param moments null below three pairs, where they would give away single scores
 * @param earlierOnly how many have a score at the earlier point alone
 * @param laterOnly how many have a score at the later point alone
 * @param threshold null where the measure has none
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
        Threshold threshold,
        List<Source> submissions,
        Cause cause) {

    /** Pairs by whether each score reaches the measure's threshold. */
    public record Threshold(int belowBelow, int belowAt, int atBelow, int atAt) {}

    /** A submission as it was accepted. */
    public record Source(UUID id, int revision) {}

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
                threshold,
                submissions,
                other);
    }
}
