package org.trellis.project.cohort;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.trellis.project.About;
import org.trellis.project.YearGroup;

/**
 * A group that will be measured.
 *
 * @param size how many are in it
 * @param priorYear true for last year's cohort, with which this year's is compared
 */
public record NewCohort(
        @NotNull UUID participationId,
        @NotBlank @Size(max = 100) String name,
        @NotNull Arm arm,
        @NotNull About about,
        YearGroup yearGroup,
        @Min(1) @Max(100_000) Integer size,
        Boolean priorYear) {}
