package org.trellis.alliance.calendar;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.alliance.Reference;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.OrganisationCalendar;
import org.trellis.calendar.TermDates;
import org.trellis.web.Versioned;

/** A calendar as callers see it. Days on which something ends are the first that are no longer in it. */
record CalendarView(
        UUID id,
        long version,
        @Nested("organisation") Reference organisation,
        String academicYear,
        @Json List<TermDates> terms,
        @Json List<DayOff> daysOff)
        implements Versioned {

    OrganisationCalendar set() {
        return new OrganisationCalendar(id, organisation.id(), academicYear, terms, daysOff);
    }
}
