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
 * What is to be reached by a day.
 *
 * @param cycleId the learning cycle that it belongs to; none where it is the project's
 * @param participationId the school whose calendar holds, and that may say it is met; the alliance's trust's otherwise
 * @param ownerId the person who sees to it
 * @param remindDays how many school days before it is due its owner is reminded; 5 unless given
 */
record NewMilestone(
        @NotNull UUID projectId,
        UUID cycleId,
        UUID participationId,
        @NotBlank @Size(max = 200) String name,
        @NotNull UUID ownerId,
        @NotNull @PlausibleDay LocalDate due,
        @Min(0) @Max(60) Integer remindDays) {

    private static final int USUAL = 5;

    MilestoneDescription description() {
        return new MilestoneDescription(name, ownerId, due, remindDays == null ? USUAL : remindDays);
    }
}
