package org.trellis.evidence.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.Inheritance;
import org.trellis.calendar.OrganisationCalendar;
import org.trellis.calendar.SchoolDays;
import org.trellis.calendar.TermDates;
import org.trellis.evidence.Today;
import org.trellis.identity.Writer;

/** Counts the school days since something was due, by the calendar of each school: nothing is due in holidays. */
@ApplicationScoped
class Overdue {
    /** What has been due for longer is overdue by as much; who is a year late is late enough. */
    private static final int FARTHEST_DAYS = 400;

    private record Kept(
            UUID id,
            UUID organisationId,
            String academicYear,
            @Json List<TermDates> terms,
            @Json List<DayOff> daysOff) {
        OrganisationCalendar calendar() {
            return new OrganisationCalendar(id, organisationId, academicYear, terms, daysOff);
        }
    }

    /** The school itself, its trust, its local authority. */
    private static final String CHAIN = """
        select to_id from (
          select cast(:id as uuid) as to_id, 0 as distance
          union all
          select to_id, case kind when 'TRUST' then 1 else 2 end from affiliation
          where organisation_id = :id and kind in ('TRUST', 'LOCAL_AUTHORITY') and not gone
            and holds_today(starts_on, ends_on)) chain
        order by distance\
        """;

    private final Writer writer;

    Overdue(Writer writer) {
        this.writer = writer;
    }

    /** For one count, which asks for each school but once. */
    Counted.Overdue today() {
        Map<UUID, SchoolDays> schools = new HashMap<>();
        var today = Today.inEngland();
        return (school, due) -> {
            var from = due.isBefore(today.minusDays(FARTHEST_DAYS)) ? today.minusDays(FARTHEST_DAYS) : due;
            return due.isBefore(today)
                    ? schools.computeIfAbsent(school, this::of).between(from.plusDays(1), today.plusDays(1))
                    : 0;
        };
    }

    private SchoolDays of(UUID school) {
        var chain = writer.list(UUID.class, CHAIN, Map.of("id", school));
        var calendars = writer.list(Kept.class, """
            select id, organisation_id, academic_year, terms, days_off from calendar
            where organisation_id = any(:ids) and not gone\
            """, Map.of("ids", chain.toArray(UUID[]::new))).stream()
                .map(Kept::calendar)
                .toList();
        return new SchoolDays(new Inheritance(chain, calendars)::year);
    }
}
