package org.trellis.alliance.priority;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * What an alliance has agreed to work on.
 *
 * @param startsOn the first day
 * @param endsOn the first day on which it no longer holds, where one is agreed
 */
record NewPriority(
        @NotNull UUID allianceId,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 4000) String description,
        FocusArea focusArea,
        @NotNull @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }

    PriorityDescription wording() {
        return new PriorityDescription(title, description, focusArea);
    }
}
