package org.trellis.alliance.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.trellis.calendar.AcademicYear;
import org.trellis.calendar.CalendarDates;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.TermDates;

/**
 * A calendar to be set.
 *
 * @param organisationId a local authority, a trust, or a school
 * @param academicYear such as 2025/26
 * @param terms as in {@link CalendarDates}
 */
record NewCalendar(
        @NotNull UUID organisationId,
        @NotNull @Pattern(regexp = AcademicYear.FORM) String academicYear,
        @Size(max = 3) List<@NotNull @Valid TermDates> terms,
        @Size(max = 100) List<@NotNull @Valid DayOff> daysOff) {

    CalendarDates dates() {
        return new CalendarDates(terms, daysOff);
    }
}
