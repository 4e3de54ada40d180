package org.trellis.alliance.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.alliance.PlausibleDay;
import org.trellis.alliance.appointment.Appointing;
import org.trellis.alliance.appointment.AppointmentFacts;
import org.trellis.alliance.appointment.AppointmentRole;
import org.trellis.alliance.organisation.OrganisationKeys;
import org.trellis.alliance.person.Naming;
import org.trellis.alliance.person.PersonFacts;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/**
 * Who holds which role where, a row an appointment. A person is known by the address at work and the organisation that
 * is home; one who is not known there is registered.
 */
@ApplicationScoped
class AppointmentImport implements ImportKind {
    static final String COLLECTION = "appointment-imports";

    private static final Map<String, AppointmentRole> ROLES =
            EnumSet.allOf(AppointmentRole.class).stream().collect(Collectors.toMap(Enum::name, Function.identity()));
    /** Something on both sides of one sign: whether mail arrives, the invitation shows. */
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+";

    /**
     * The rows with what they name, as far as it is known, and the person that they mean: nobody at a home where the
     * uploader may name nobody, since what is wrong with a row would tell who works there and as what.
     */
    private static final String ROWS = """
            with incoming as (
              select line, cells[1] as name, cells[2] as email, cells[3] as home, cells[4] as role,
                cells[5] as organisation, cells[6] as alliance, cells[7]::date as starts_on, cells[8]::date as ends_on
              from import_row where import_id = :import and line between :first and :last and not refused),
            row as (
              select i.*, h.id as home_id, o.id as organisation_id, a.id as alliance_id, p.id as person_id, p.left_on,
                p.namesakes
              from incoming i
              left join organisation h on h.id = organisation_known_as(i.home)
              left join organisation o on o.id = organisation_known_as(i.organisation)
              left join alliance a on a.id = i.alliance::uuid
              left join lateral (
                select min(id::text)::uuid as id, max(left_on) as left_on, count(*) as namesakes
                from person where home_id = h.id and lower(email) = lower(i.email)) p on h.id <> all(:homes)),
            held as (
              select r.line, s.starts_on = r.starts_on and s.ends_on is not distinct from r.ends_on as same
              from row r join appointment s on s.person_id = r.person_id and s.role = r.role
                and coalesce(s.organisation_id, s.alliance_id) = coalesce(r.organisation_id, r.alliance_id)
                and daterange(s.starts_on, s.ends_on) && daterange(r.starts_on, r.ends_on))
            """;

    private static final String FAULTS = ROWS + """
            select line, 'home' as "column", 'unknown-organisation' as code, home as subject,
              'is not known here' as message
            from row where home_id is null
            union all
            select line, 'organisation', 'unknown-organisation', organisation, 'is not known here'
            from row where organisation is not null and organisation_id is null
            union all
            select line, 'alliance', 'unknown-alliance', alliance, 'is not known here'
            from row where alliance is not null and alliance_id is null
            union all
            select line, 'home', 'not-permitted', home, 'takes somebody who may name people there'
            from row where home_id = any(:homes)
            union all
            select line, 'organisation', 'not-permitted', organisation, 'takes somebody who may appoint people there'
            from row where organisation_id = any(:organisations)
            union all
            select line, 'alliance', 'not-permitted', alliance, 'takes somebody who may appoint people there'
            from row where alliance_id = any(:alliances)
            union all
            select r.line, 'alliance', 'alliance-ended', r.alliance, 'ended on ' || a.ended_on
            from row r join alliance a on a.id = r.alliance_id where a.ended_on < coalesce(r.ends_on, 'infinity')
            union all
            select line, 'email', 'ambiguous-person', '', 'is the address of several people of that home'
            from row where namesakes > 1
            union all
            select line, 'endsOn', 'person-has-left', '', 'must be by when the person has left, on ' || left_on
            from row where left_on < coalesce(ends_on, 'infinity')
            union all
            select line, 'startsOn', 'appointed-already', '', 'is when the person holds this role there already'
            from held where not same
            union all
            select line, '', 'overlaps-another-row', '', 'is in a row above, for days that are the same'
            from row r where exists (select from row i where i.line < r.line and i.role = r.role
              and lower(i.email) = lower(r.email) and i.home_id = r.home_id
              and i.organisation_id is not distinct from r.organisation_id
              and i.alliance_id is not distinct from r.alliance_id
              and daterange(i.starts_on, i.ends_on) && daterange(r.starts_on, r.ends_on))
            union all
            select line, 'role', 'sponsor-is-head', '', 'is held by who heads the school on the first day'
            from row r where role = :sponsor and not exists (
                select from appointment s where s.person_id = r.person_id and s.organisation_id = r.organisation_id
                  and s.role = any(:headships) and daterange(s.starts_on, s.ends_on) @> r.starts_on)
              and not exists (
                select from import_row i where i.import_id = :import and not i.refused and i.cells[4] = any(:headships)
                  and lower(i.cells[2]) = lower(r.email) and organisation_known_as(i.cells[5]) = r.organisation_id
                  and daterange(i.cells[7]::date, i.cells[8]::date) @> r.starts_on)""";

    /** Whoever is leaving has left, or waits until the rows are in. */
    private static final String LOCKED =
            ROWS + "select id from person where id in (select person_id from row) order by id for share";

    private record Places(UUID[] homes, UUID[] organisations, UUID[] alliances) {}

    private record Held(UUID id, String[] roles) {}

    private final Writer writer;
    private final Reader reader;
    private final PersonFacts people;
    private final AppointmentFacts appointments;

    AppointmentImport(Writer writer, Reader reader, PersonFacts people, AppointmentFacts appointments) {
        this.writer = writer;
        this.reader = reader;
        this.people = people;
        this.appointments = appointments;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String name() {
        return "APPOINTMENTS";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("name"),
                ImportColumn.required("email"),
                ImportColumn.optional("home"),
                ImportColumn.required("role"),
                ImportColumn.optional("organisation"),
                ImportColumn.optional("alliance"),
                ImportColumn.required("startsOn"),
                ImportColumn.optional("endsOn"));
    }

    /** Whoever speaks for an organisation; for each row it is asked what they are where it says. */
    @Override
    public boolean permitted(Reader asked) {
        return asked.one(Boolean.class, "select actor_reads_directory()", Map.of())
                .orElseThrow();
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        line.required("name");
        line.required("email");
        line.required("role");
        line.required("startsOn");
        var role = line.coded("role", ROLES);
        var organisation = line.matching("organisation", OrganisationKeys.PATTERN, OrganisationKeys.EXPECTED);
        var alliance = line.matching("alliance", OrganisationKeys.ID, "must be the id of an alliance");
        if (role != null && !role.heldIn(organisation != null, alliance != null)) {
            line.refuse(
                    "role",
                    "wrong-place",
                    role.name(),
                    "is held at an alliance or at an organisation: name that one and not the other");
        }
        var home = line.matching("home", OrganisationKeys.PATTERN, OrganisationKeys.EXPECTED);
        if (home == null && organisation == null && !line.refused()) {
            line.refuse("home", "missing", "must not be empty where no organisation is named");
        }
        var startsOn = day(line, "startsOn");
        var endsOn = day(line, "endsOn");
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            line.refuse("endsOn", "ends-before-it-starts", "must not be before startsOn");
        }
        return Optional.of(Arrays.asList(
                line.text("name", 200),
                line.matching("email", EMAIL, "must be an address such as name@school.example"),
                home == null ? organisation : home,
                role == null ? null : role.name(),
                organisation,
                alliance,
                Objects.toString(startsOn, null),
                Objects.toString(endsOn, null)));
    }

    @Override
    public void judge(ImportBatch all) {
        faults(all).forEach(all::refuse);
    }

    /** What was judged may have changed since, so it is asked once more. */
    @Override
    public ImportTally apply(ImportBatch batch) {
        var values = judged(batch);
        writer.list(UUID.class, LOCKED, values);
        var faults = faults(batch);
        faults.forEach(batch::refuse);
        values.put("refused", faults.stream().map(ImportFault::line).toArray(Integer[]::new));
        var named = writer.list(UUID.class, ROWS + """
                insert into person (id, version, changed_at, name, email, home_id)
                select uuidv7(), 0, now(), (array_agg(name order by line))[1], (array_agg(email order by line))[1], home_id
                from row
                where person_id is null and line <> all(:refused) group by lower(email), home_id returning id""", values);
        people.registered(named);
        var made = writer.list(UUID.class, ROWS + """
                insert into appointment (id, version, changed_at, person_id, role, organisation_id, alliance_id, starts_on,
                  ends_on, ending)
                select uuidv7(), 0, now(), person_id, role, organisation_id, alliance_id, starts_on, ends_on,
                  case when ends_on is not null then 'ENDED' end
                from row where line <> all(:refused) and line not in (select line from held) returning id""", values);
        appointments.started(made);
        int kept = batch.rows().size()
                - (int) faults.stream().map(ImportFault::line).distinct().count();
        return new ImportTally(made.size(), 0, kept - made.size());
    }

    private List<ImportFault> faults(ImportBatch batch) {
        var values = judged(batch);
        var places = writer.one(Places.class, ROWS + """
                        select coalesce(array_agg(distinct home_id) filter (where home_id is not null), '{}') as homes,
                          coalesce(array_agg(distinct organisation_id) filter (where organisation_id is not null), '{}')
                            as organisations,
                          coalesce(array_agg(distinct alliance_id) filter (where alliance_id is not null), '{}') as alliances
                        from row""", values).orElseThrow();
        values.put("homes", closed("organisation", places.homes(), Naming.ROLES));
        values.put("organisations", closed("organisation", places.organisations(), Appointing.AT_ORGANISATIONS));
        values.put("alliances", closed("alliance", places.alliances(), Appointing.AT_ALLIANCES));
        values.put("sponsor", AppointmentRole.HEADTEACHER_SPONSOR.name());
        values.put(
                "headships",
                AppointmentRole.headships().stream().map(Enum::name).toArray(String[]::new));
        return writer.list(ImportFault.class, FAULTS, values);
    }

    /** As long as nobody has asked where the uploader may name people: everywhere. */
    private static Map<String, Object> judged(ImportBatch batch) {
        var values = new HashMap<String, Object>(batch.values());
        values.put("homes", new UUID[0]);
        return values;
    }

    /** Those of the places where the uploader holds none of the roles today. */
    private UUID[] closed(String what, UUID[] places, List<String> allowed) {
        var open = reader
                .list(
                        Held.class,
                        "select id, actor_%1$s_roles(id) as roles from %1$s where id = any(:ids)".formatted(what),
                        Map.of("ids", places))
                .stream()
                .filter(held -> Arrays.stream(held.roles()).anyMatch(allowed::contains))
                .map(Held::id)
                .collect(Collectors.toSet());
        return Arrays.stream(places).filter(place -> !open.contains(place)).toArray(UUID[]::new);
    }

    private static LocalDate day(ImportLine line, String column) {
        var expected = "must be a day such as 2026-09-01";
        var day = line.day(column, DateTimeFormatter.ISO_LOCAL_DATE, expected);
        if (day != null && !PlausibleDay.Check.plausible(day)) {
            line.refuse(column, "out-of-range", PlausibleDay.EXPECTED);
        }
        return day;
    }
}
