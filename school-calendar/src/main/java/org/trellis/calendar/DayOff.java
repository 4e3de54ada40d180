package org.trellis.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Days of term on which school is closed to pupils.
 *
 * @param endsOn the first day on which it is open again
 */
@Embeddable
public record DayOff(
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotNull @Enumerated(EnumType.STRING) DayOffKind kind,
        @Size(max = 200) String note) {

    /** Whether a day is among them. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }
}
