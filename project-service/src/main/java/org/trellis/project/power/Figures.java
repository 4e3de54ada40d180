package org.trellis.project.power;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What the smallest effect is computed from.
 *
 * @param intervention how many are in the intervention's arm: pupils or staff, of CLUSTERS the classes or schools
 * @param comparison how many are in the other arm; 0 for BEFORE_AND_AFTER
 * @param size members of a cluster, their harmonic mean where clusters differ; of CLUSTERS alone
 * @param icc share of the variance that lies between clusters; of CLUSTERS alone
 * @param blocks within which arms were formed, such as schools; 1 unless given
 * @param correlation of the scores before and after; 0, no use of the baseline, unless given
 * @param alpha the chance to see a difference where there is none, on both sides; 0.05 unless given
 * @param power the chance to see the effect where it is there; 0.8 unless given
 */
record Figures(
        @NotNull Study study,
        @NotNull @Min(1) @Max(1_000_000) Integer intervention,
        @NotNull @Min(0) @Max(1_000_000) Integer comparison,
        @DecimalMin("1") @DecimalMax("100000") Double size,

        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double icc,

        @Min(1) @Max(100_000) Integer blocks,

        @DecimalMin(value = "-1", inclusive = false) @DecimalMax(value = "1", inclusive = false)
        Double correlation,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.5")
        Double alpha,

        @DecimalMin("0.5") @DecimalMax(value = "1", inclusive = false)
        Double power) {

    Figures {
        blocks = blocks == null ? 1 : blocks;
        correlation = correlation == null ? 0 : correlation;
        alpha = alpha == null ? 0.05 : alpha;
        power = power == null ? 0.8 : power;
    }

    @AssertTrue(message = "CLUSTERS need a size and an icc, and nothing else takes them")
    boolean isClustered() {
        return study == null
                || (size != null && icc != null) == (study == Study.CLUSTERS) && (size == null) == (icc == null);
    }

    @AssertTrue(message = "BEFORE_AND_AFTER has no comparison, and everything else has one")
    boolean isCompared() {
        return study == null || comparison == null || (comparison == 0) == (study == Study.BEFORE_AND_AFTER);
    }

    @AssertTrue(message = "there are too few units for an estimate of their spread")
    boolean isEnough() {
        return study == null || intervention == null || comparison == null || degreesOfFreedom() >= 1;
    }

    /** Blocks and the slope on the baseline take one each. */
    int degreesOfFreedom() {
        return study == Study.BEFORE_AND_AFTER
                ? intervention - 1
                : intervention + comparison - blocks - 1 - (correlation == 0 ? 0 : 1);
    }
}
