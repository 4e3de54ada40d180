package org.trellis.alliance.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Reference;
import org.trellis.alliance.Sights;
import org.trellis.calendar.AcademicYear;
import org.trellis.calendar.Inheritance;
import org.trellis.calendar.OrganisationCalendar;
import org.trellis.calendar.SchoolDays;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about calendars, and about what they come to for one organisation. */
@ApplicationScoped
class CalendarQueries implements Described {
    private static final int FARTHEST_YEARS = 3;

    private static final String COLUMNS = """
            c.id, c.version, o.id as organisation_id, o.name as organisation_name, c.academic_year,
            (select coalesce(jsonb_agg(jsonb_build_object('term', t.term, 'startsOn', t.starts_on,
                      'halfTermStartsOn', t.half_term_starts_on, 'halfTermEndsOn', t.half_term_ends_on,
                      'endsOn', t.ends_on) order by t.position), '[]')
             from calendar_term t where t.calendar_id = c.id) as terms,
            (select coalesce(jsonb_agg(jsonb_build_object('startsOn', d.starts_on, 'endsOn', d.ends_on,
                      'kind', d.kind, 'note', d.note) order by d.position), '[]')
             from calendar_day_off d where d.calendar_id = c.id) as days_off""";
    private static final String FROM = "calendar c join organisation o on o.id = c.organisation_id";

    /** The organisation itself, its trust, its local authority, on a day. */
    private static final String CHAIN = """
            select id, name from (
              select id, name, 0 as distance from organisation where id = :id
              union all
              select t.id, t.name, case f.kind when 'TRUST' then 1 else 2 end
              from affiliation f join organisation t on t.id = f.to_id
              where f.organisation_id = :id and f.kind in ('TRUST', 'LOCAL_AUTHORITY')
                and f.starts_on <= :on and (f.ends_on is null or f.ends_on > :on)) chain
            order by distance""";

    private final Reader reader;

    CalendarQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/calendars", this::list);
        lists.at("/v1/calendars/in-force", this::inForce);
    }

    CalendarView view(UUID id) {
        return reader.one(
                        CalendarView.class,
                        "select " + COLUMNS + " from " + FROM + " where c.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<CalendarView> list(Parameters parameters) {
        return Listing.of(CalendarView.class, COLUMNS, FROM)
                .id("c.id")
                .where("c.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("c.academic_year = :academicYear", "academicYear", parameters.text("academicYear"))
                .sortable("academicYear", "c.academic_year", "text")
                .keptInStep("calendar", "c", Sights.DIRECTORY)
                .page(reader, parameters);
    }

    CalendarInForce inForce(Parameters parameters) {
        var organisation = parameters.id("organisationId");
        if (organisation.isEmpty()) {
            parameters.refuse("organisationId", "is required");
        }
        var asked = parameters.day("on");
        var to = parameters.day("to");
        asked.or(() -> to)
                .filter(day -> day.getYear() < 2000 || day.getYear() > 2098)
                .ifPresent(day -> parameters.refuse("on", "must be from 2000 to 2098"));
        parameters.check();
        var on = asked.orElseGet(
                () -> reader.one(LocalDate.class, "select today()", Map.of()).orElseThrow());
        if (to.isPresent() && to.get().isAfter(on.plusYears(FARTHEST_YEARS))) {
            parameters.refuse("to", "must be at most " + FARTHEST_YEARS + " years after on");
            parameters.check();
        }
        return inForce(organisation.orElseThrow(), on, to.orElse(null));
    }

    private CalendarInForce inForce(UUID organisation, LocalDate on, LocalDate to) {
        var chain = reader.list(Reference.class, CHAIN, Map.of("id", organisation, "on", on));
        if (chain.isEmpty()) {
            throw Problems.notFound();
        }
        var year = AcademicYear.of(on);
        var last = to == null ? year.next() : AcademicYear.of(to).next();
        var calendars = calendars(chain, year.previous(), last);
        var set = new Inheritance(
                chain.stream().map(Reference::id).toList(),
                calendars.stream().map(CalendarView::set).toList());
        var days = new SchoolDays(set::year);
        return new CalendarInForce(
                chain.getFirst(),
                on,
                year.toString(),
                set.year(year).typical(),
                days.isSchoolDay(on),
                days.term(on).orElse(null),
                days.half(on).orElse(null),
                days.lastTerm(on),
                days.lastHalf(on),
                days.nextSchoolDay(on).orElse(null),
                to == null ? null : days.between(on, to),
                sources(set.sources(year), chain));
    }

    private static List<CalendarInForce.Source> sources(List<OrganisationCalendar> calendars, List<Reference> chain) {
        return calendars.stream()
                .map(calendar -> new CalendarInForce.Source(
                        calendar.id(),
                        chain.stream()
                                .filter(organisation -> organisation.id().equals(calendar.organisationId()))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    private List<CalendarView> calendars(List<Reference> of, AcademicYear from, AcademicYear to) {
        return reader.list(
                CalendarView.class,
                "select " + COLUMNS + " from " + FROM
                        + " where c.organisation_id = any(:ids) and c.academic_year between :from and :to",
                Map.of(
                        "ids",
                        of.stream().map(Reference::id).toArray(UUID[]::new),
                        "from",
                        from.toString(),
                        "to",
                        to.toString()));
    }
}
