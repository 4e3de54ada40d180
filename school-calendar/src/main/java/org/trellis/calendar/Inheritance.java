package org.trellis.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Whose calendars hold for an organisation, year by year. For one thread: it remembers the years it has worked out. */
public final class Inheritance {
    private final List<UUID> nearestFirst;
    private final List<OrganisationCalendar> calendars;
    private final Map<AcademicYear, SchoolYear> years = new HashMap<>();

    /**
     * @param nearestFirst the organisation itself, its trust, its local authority, as far as there are any
     * @param calendars those that any of them has set; others are passed over
     */
    public Inheritance(List<UUID> nearestFirst, List<OrganisationCalendar> calendars) {
        this.nearestFirst = nearestFirst;
        this.calendars = calendars;
    }

    /** What holds in a year. */
    public SchoolYear year(AcademicYear year) {
        return years.computeIfAbsent(
                year,
                each -> SchoolYear.of(
                        each, set(each).map(OrganisationCalendar::dates).toList()));
    }

    /** Those whose dates hold in a year, nearest first: up to the nearest that has terms. */
    public List<OrganisationCalendar> sources(AcademicYear year) {
        var all = set(year).toList();
        int nearest = 0;
        while (nearest < all.size() && all.get(nearest).terms().isEmpty()) {
            nearest++;
        }
        return all.stream().limit(nearest + 1L).toList();
    }

    private Stream<OrganisationCalendar> set(AcademicYear year) {
        return nearestFirst.stream()
                .flatMap(organisation -> calendars.stream()
                        .filter(calendar -> calendar.organisationId().equals(organisation)
                                && calendar.academicYear().equals(year.toString())));
    }
}
