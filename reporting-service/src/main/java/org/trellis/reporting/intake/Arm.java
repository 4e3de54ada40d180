package org.trellis.reporting.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.PairedShares;

/**
 * All cohorts of one arm in one school, merged.
 *
 * @param n pairs of scores that the figures rest on
 * @param moments null where no cohort has three pairs
 * @param leftOut pairs in cohorts of fewer than three, which come as counts only
 * @param earlierOnly people with a score at the earlier point alone
 * @param laterOnly people with a score at the later point alone
 * @param threshold who reached the measure's threshold; null without one
 * @param steps by the measure's steps, of cohorts of three pairs and more; null where it has no few whole ones
 * @param answers that pair nobody; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Arm(
        long n,
        Moments moments,
        long leftOut,
        long earlierOnly,
        long laterOnly,
        PairedShares threshold,
        Steps steps,
        Answers answers) {

    /** Counts of two groups as those of one. */
    public static PairedShares together(PairedShares a, PairedShares b) {
        return new PairedShares(
                a.both() + b.both(), a.lost() + b.lost(), a.gained() + b.gained(), a.neither() + b.neither());
    }
}
