package org.trellis.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.calendar.AcademicYear;
import org.trellis.calendar.DayOff;
import org.trellis.calendar.Inheritance;
import org.trellis.calendar.OrganisationCalendar;
import org.trellis.calendar.SchoolDays;
import org.trellis.calendar.TermDates;
import org.trellis.identity.Writer;

/** School days as they hold for a school or a trust, from the calendars that alliance-service has told of. */
@ApplicationScoped
public class SchoolCalendars {
    private record Set(
            UUID id,
            UUID organisationId,
            String academicYear,
            @Json List<TermDates> terms,
            @Json List<DayOff> daysOff) {
        OrganisationCalendar calendar() {
            return new OrganisationCalendar(id, organisationId, academicYear, terms, daysOff);
        }
    }

    /** The organisation itself, its trust, its local authority, on a day. */
    private static final String CHAIN = """
            select to_id from (
              select cast(:id as uuid) as to_id, 0 as distance
              union all
              select to_id, case kind when 'TRUST' then 1 else 2 end from affiliation
              where organisation_id = :id and kind in ('TRUST', 'LOCAL_AUTHORITY')
                and current_on(:on, starts_on, ends_on)) chain
            order by distance""";

    private final Writer writer;

    SchoolCalendars(Writer writer) {
        this.writer = writer;
    }

    /** As they hold for the trust that runs the project's alliance; England's typical year where there is none. */
    public SchoolDays ofProject(UUID project, LocalDate on) {
        var whose = writer.one(UUID.class, """
                select coalesce(a.trust_id, p.alliance_id) from project p left join alliance a on a.id = p.alliance_id
                where p.id = :project""", Map.of("project", project)).orElseThrow();
        return of(whose, on);
    }

    /** @param on the day whose ties to trust and local authority decide; questions may go from the year before to the next */
    public SchoolDays of(UUID organisation, LocalDate on) {
        var chain = writer.list(UUID.class, CHAIN, Map.of("id", organisation, "on", on));
        var year = AcademicYear.of(on);
        var calendars = writer
                .list(
                        Set.class,
                        """
                        select id, organisation_id, academic_year, terms, days_off from calendar
                        where organisation_id = any(:ids) and academic_year between :from and :to and not gone""",
                        Map.of(
                                "ids",
                                chain.toArray(UUID[]::new),
                                "from",
                                year.previous().toString(),
                                "to",
                                year.next().toString()))
                .stream()
                .map(Set::calendar)
                .toList();
        return new SchoolDays(new Inheritance(chain, calendars)::year);
    }
}
