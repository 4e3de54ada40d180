package org.trellis.alliance.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.Reference;
import org.trellis.calendar.Stretch;

/**
 * What holds for an organisation on a day.
 *
 * @param typical true where nobody has set the terms of that year, so that they are those usual in England
 * @param term the term that the day is in; null in the holidays
 * @param half the half of it; null in holidays and breaks
 * @param lastTerm the newest that is over, and so {@code lastHalf}
 * @param nextSchoolDay the first after the day; null where school is closed for more than a year
 * @param schoolDays from the day on, up to and without {@code to}; null where none was given
 * @param calendars whose dates these are, nearest first
 */
record CalendarInForce(
        Reference organisation,
        LocalDate on,
        String academicYear,
        boolean typical,
        boolean schoolDay,
        Stretch term,
        Stretch half,
        Stretch lastTerm,
        Stretch lastHalf,
        LocalDate nextSchoolDay,
        Integer schoolDays,
        List<Source> calendars) {

    record Source(UUID id, Reference organisation) {}
}
