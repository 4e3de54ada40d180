package org.trellis.alliance.calendar;

import java.util.List;
import java.util.UUID;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.TermDates;
import org.trellis.outbox.Event;

/** What others hear of a calendar. */
sealed interface CalendarEvent extends Event {
    /** What an organisation has set for a year. */
    record State(UUID id, UUID organisationId, String academicYear, List<TermDates> terms, List<DayOff> daysOff) {}

    @Override
    default String aggregate() {
        return "calendar";
    }

    record Published(State state) implements CalendarEvent {
        @Override
        public String type() {
            return "trellis.alliance.calendar-published.v1";
        }
    }
}
