package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about appointments. */
@ApplicationScoped
class AppointmentQueries implements Described {
    private static final String COLUMNS = """
            s.id, s.version, p.id as person_id, p.name as person_name, s.role, o.id as organisation_id,
            o.name as organisation_name, a.id as alliance_id, a.name as alliance_name, s.starts_on, s.ends_on, s.ending""";
    private static final String JOINED = """
             join person p on p.id = s.person_id
            left join organisation o on o.id = s.organisation_id left join alliance a on a.id = s.alliance_id""";
    private static final String FROM = "appointment s" + JOINED;

    private final Reader reader;

    AppointmentQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/appointments", this::list);
        lists.collection("/v1/appointments/gaps", this::gaps);
    }

    AppointmentView view(UUID id) {
        return reader.one(
                        AppointmentView.class,
                        "select " + COLUMNS + " from " + FROM + " where s.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<AppointmentView> list(Parameters parameters) {
        return Listing.of(AppointmentView.class, COLUMNS, Sights.PEOPLE.of("appointment", "person_id", "s") + JOINED)
                .id("s.id")
                .where("s.person_id = :personId", "personId", parameters.id("personId"))
                .where("s.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("s.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "s.role = :role",
                        "role",
                        parameters.oneOf("role", AppointmentRole.class).map(Enum::name))
                .where(
                        "s.starts_on <= :asOf and (s.ends_on is null or s.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .sortable("startsOn", "s.starts_on", "date")
                .keptInStep("appointment", "s", Sights.PEOPLE)
                .page(reader, parameters);
    }

    /** What a person holds on a day or will hold after it, the duties first. */
    List<OpenDuty> open(UUID person, LocalDate day) {
        return reader.list(
                OpenDuty.class,
                """
                select s.id as appointment_id, s.role, o.id as organisation_id, o.name as organisation_name,
                       a.id as alliance_id, a.name as alliance_name, s.starts_on,
                       s.role = any(:asking) as asks_for_successor, s.role = :sponsor as lapses
                from appointment s
                left join organisation o on o.id = s.organisation_id left join alliance a on a.id = s.alliance_id
                where s.person_id = :person and (s.ends_on is null or s.ends_on > :day and s.ends_on > s.starts_on)
                order by asks_for_successor desc, lapses desc, s.starts_on, s.id""",
                Map.of(
                        "person",
                        person,
                        "day",
                        day,
                        "asking",
                        names(Arrays.stream(AppointmentRole.values())
                                .filter(AppointmentRole::asksForSuccessor)
                                .toList()),
                        "sponsor",
                        AppointmentRole.HEADTEACHER_SPONSOR.name()));
    }

    List<AppointmentView> endedByLeaving(UUID person) {
        return reader.list(
                AppointmentView.class,
                "select " + COLUMNS + " from " + FROM
                        + " where s.person_id = :person and s.ending in ('LEFT', 'HANDED_ON', 'LAPSED')"
                        + " and s.ends_on >= p.left_on order by s.starts_on, s.id",
                Map.of("person", person));
    }

    /** Duties that somebody held and nobody holds on a day, and for how long. */
    Page<Gap> gaps(Parameters parameters) {
        return Listing.of(Gap.class, """
                        g.appointment_id, g.duty as role, o.id as organisation_id, o.name as organisation_name,
                        a.id as alliance_id, a.name as alliance_name, g.person_id as last_holder_id,
                        p.name as last_holder_name, g.since, days.day - g.since as days""", """
                        (select coalesce(cast(:asOf as date), today()) as day) days
                        cross join lateral open_duties(days.day, cast(:headships as text[]), cast(:duties as text[])) g
                        left join person p on p.id = g.person_id
                        left join organisation o on o.id = g.organisation_id
                        left join alliance a on a.id = g.alliance_id""")
                .id("g.appointment_id")
                .bind("headships", names(AppointmentRole.headships()))
                .bind("duties", names(AppointmentRole.ownDuties()))
                .bind("asOf", parameters.day("asOf").orElse(null))
                .where("coalesce(o.status, a.status) in ('OPEN', 'ACTIVE')")
                .where("g.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("g.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "g.duty = :role",
                        "role",
                        parameters.oneOf("role", AppointmentRole.class).map(Enum::name))
                .sortable("since", "g.since", "date")
                .page(reader, parameters);
    }

    private static String[] names(List<AppointmentRole> roles) {
        return roles.stream().map(Enum::name).toArray(String[]::new);
    }

    boolean sees(UUID person) {
        return reader.one(UUID.class, "select id from person where id = :id", Map.of("id", person))
                .isPresent();
    }
}
