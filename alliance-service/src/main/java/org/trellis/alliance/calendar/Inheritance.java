package org.trellis.alliance.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trellis.alliance.Reference;

/** Whose calendars hold for an organisation, year by year. */
final class Inheritance {
    private final List<Reference> nearestFirst;
    private final List<CalendarView> calendars;
    private final Map<AcademicYear, SchoolYear> years = new HashMap<>();

    /** @param nearestFirst the organisation itself, its trust, its local authority, as far as there are any */
    Inheritance(List<Reference> nearestFirst, List<CalendarView> calendars) {
        this.nearestFirst = nearestFirst;
        this.calendars = calendars;
    }

    SchoolYear year(AcademicYear year) {
        return years.computeIfAbsent(
                year,
                each -> SchoolYear.of(
                        each,
                        set(each)
                                .map(calendar -> new SchoolYear.Set(calendar.terms(), calendar.daysOff()))
                                .toList()));
    }

    /** Those whose dates hold in a year: up to the nearest that has terms. */
    List<CalendarInForce.Source> sources(AcademicYear year) {
        var all = set(year).toList();
        int nearest = 0;
        while (nearest < all.size() && all.get(nearest).terms().isEmpty()) {
            nearest++;
        }
        return all.stream()
                .limit(nearest + 1L)
                .map(calendar -> new CalendarInForce.Source(calendar.id(), calendar.organisation()))
                .toList();
    }

    private Stream<CalendarView> set(AcademicYear year) {
        return nearestFirst.stream()
                .flatMap(organisation -> calendars.stream()
                        .filter(calendar -> calendar.organisation().id().equals(organisation.id())
                                && calendar.academicYear().equals(year.toString())));
    }
}
