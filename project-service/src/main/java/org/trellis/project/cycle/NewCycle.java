package org.trellis.project.cycle;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * A turn of a project.
 *
 * @param number 1 for the first
 * @param endsOn the first day on which it runs no more
 */
record NewCycle(
        @NotNull UUID projectId,
        @NotNull @Min(1) @Max(99) Integer number,

        @Size(max = 100) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String name,

        @NotNull @PlausibleDay LocalDate startsOn,
        @NotNull @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
