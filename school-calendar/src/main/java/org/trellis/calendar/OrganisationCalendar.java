package org.trellis.calendar;

import java.util.List;
import java.util.UUID;

/** What one organisation has set for one year, such as 2025/26: terms, days off, or both. */
public record OrganisationCalendar(
        UUID id, UUID organisationId, String academicYear, List<TermDates> terms, List<DayOff> daysOff) {

    CalendarDates dates() {
        return new CalendarDates(terms, daysOff);
    }
}
