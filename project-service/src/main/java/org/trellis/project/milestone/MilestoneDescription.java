package org.trellis.project.milestone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * What of a milestone may be changed by a merge patch.
 *
 * @param ownerId the person who sees to it
 * @param remindDays how many school days before it is due its owner is reminded
 */
record MilestoneDescription(
        @NotBlank @Size(max = 200) String name,
        @NotNull UUID ownerId,
        @NotNull @PlausibleDay LocalDate due,
        @NotNull @Min(0) @Max(60) Integer remindDays) {}
