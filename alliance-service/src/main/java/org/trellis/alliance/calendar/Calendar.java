package org.trellis.alliance.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.calendar.AcademicYear;
import org.trellis.calendar.CalendarDates;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.TermDates;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** What an organisation has set for one year: all terms, or none and only days off. */
@Entity
class Calendar extends Aggregate {
    private UUID organisationId;
    private String academicYear;

    @ElementCollection
    @CollectionTable(name = "calendar_term", joinColumns = @JoinColumn(name = "calendar_id"))
    @OrderColumn(name = "position")
    private List<TermDates> terms = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "calendar_day_off", joinColumns = @JoinColumn(name = "calendar_id"))
    @OrderColumn(name = "position")
    private List<DayOff> daysOff = new ArrayList<>();

    /** For Hibernate. */
    protected Calendar() {}

    Calendar(UUID id, NewCalendar set) {
        super(id);
        organisationId = set.organisationId();
        academicYear = set.academicYear();
        take(set.dates());
    }

    CalendarDates dates() {
        return new CalendarDates(List.copyOf(terms), List.copyOf(daysOff));
    }

    UUID organisationId() {
        return organisationId;
    }

    CalendarEvent published() {
        return new CalendarEvent.Published(
                new CalendarEvent.State(id(), organisationId, academicYear, List.copyOf(terms), List.copyOf(daysOff)));
    }

    CalendarEvent change(CalendarDates dates) {
        take(dates);
        return published();
    }

    private void take(CalendarDates dates) {
        var year = AcademicYear.parse(academicYear);
        var wrong = dates.wrongIn(year);
        if (!wrong.isEmpty()) {
            throw Problems.conflict("calendar-out-of-order", "The dates do not make a school year", wrong);
        }
        terms.clear();
        terms.addAll(dates.terms());
        daysOff.clear();
        daysOff.addAll(dates.daysOff());
    }
}
