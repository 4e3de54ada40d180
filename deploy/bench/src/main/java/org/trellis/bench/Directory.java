package org.trellis.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.embedded.Database;

/**
 * Lists and search over the directory at national size, page after page, as one who administers, one who works for a
 * trust of twenty schools and one who works at a single school. The ceiling asks the same of plain SQL, as the owner,
 * with what the caller may see written by hand.
 */
final class Directory {
    private static final double MOST_MS = 20;
    private static final int LIMIT = 100;

    /** 47,500 schools, 2,350 trusts and 150 authorities, 500,000 memberships and 100,000 appointments. */
    private static final List<String> LOAD = List.of("""
            insert into organisation (id, version, changed_at, kind, name, status, invented, la_code)
            select md5('la' || n)::uuid, 0, now(), 'LOCAL_AUTHORITY', 'Authority ' || n || ' (invented)', 'OPEN', true,
                   (200 + n)::text
            from generate_series(1, 150) n""", """
            insert into organisation (id, version, changed_at, kind, name, status, invented, uid)
            select md5('trust' || n)::uuid, 0, now(), 'TRUST', 'Trust ' || n || ' (invented)', 'OPEN', true,
                   (90000 + n)::text
            from generate_series(1, 2350) n""", """
            insert into organisation (id, version, changed_at, kind, name, status, invented, urn, phase, setting, town,
                                      postcode, opens_on)
            select md5('school' || n)::uuid, 0, now(), 'SCHOOL',
                   (array['Elm', 'Oak', 'Ash', 'Holly', 'Willow', 'Beech', 'Rowan'])[1 + n % 7] || ' '
                     || (array['Bank', 'Green', 'Hill', 'Park', 'Lane', 'Road', 'View', 'Wood', 'Field'])[1 + n % 9] || ' '
                     || case when n % 5 = 0 then 'High' else 'Primary' end || ' School ' || n,
                   case when n % 19 = 0 then 'CLOSED' else 'OPEN' end, true, (100000 + n)::text,
                   case when n % 5 = 0 then 'SECONDARY' else 'PRIMARY' end,
                   case when n % 5 = 0 then 'SECONDARY' else 'PRIMARY' end, 'Town ' || n % 900,
                   'ZZ' || n % 97 || ' ' || n % 9 || 'AA', '1990-09-01'
            from generate_series(1, 47500) n""", """
            insert into affiliation (id, version, changed_at, organisation_id, to_id, kind, starts_on)
            select md5('in' || n)::uuid, 0, now(), md5('school' || n)::uuid, md5('la' || 1 + n % 150)::uuid,
                   'LOCAL_AUTHORITY', '2010-09-01'
            from generate_series(1, 47500) n""", """
            insert into affiliation (id, version, changed_at, organisation_id, to_id, kind, starts_on)
            select md5('of' || n)::uuid, 0, now(), md5('school' || n)::uuid, md5('trust' || 1 + n % 2350)::uuid,
                   'TRUST', '2015-09-01'
            from generate_series(1, 47500) n""", """
            insert into alliance (id, version, changed_at, name, kind, status, invented, formed_on)
            select md5('alliance' || n)::uuid, 0, now(), 'Alliance ' || n || ' (invented)', 'TEACHING_SCHOOL_ALLIANCE',
                   'ACTIVE', true, '2012-09-01'
            from generate_series(1, 2000) n""", """
            insert into membership (id, version, changed_at, alliance_id, organisation_id, role, starts_on, ends_on,
                                    leaving_reason)
            select md5('membership' || n)::uuid, 0, now(), md5('alliance' || 1 + (n / 47500 * 191 + n) % 2000)::uuid,
                   md5('school' || 1 + n % 47500)::uuid, case when n % 10 = 0 then 'STRATEGIC_PARTNER' else 'MEMBER' end,
                   date '2014-01-01' + n % 3650, case when n % 2 = 0 then date '2024-09-01' + n % 700 end,
                   case when n % 2 = 0 then 'OTHER' end
            from generate_series(0, 499999) n""", """
            insert into person (id, version, changed_at, name, email, home_id, issuer, sub)
            select md5('person' || n)::uuid, 0, now(), 'Person ' || n || ' (invented)', n || '@example.invalid',
                   md5('school' || 1 + n % 47500)::uuid, 'http://issuer.invalid', n::text
            from generate_series(0, 79999) n""", """
            insert into appointment (id, version, changed_at, person_id, role, organisation_id, starts_on, ends_on, ending)
            select md5('appointment' || n)::uuid, 0, now(), md5('person' || n % 80000)::uuid,
                   case when n < 80000 then 'MIDDLE_LEADER' else 'COACH' end,
                   md5('school' || 1 + n % 80000 % 47500)::uuid, date '2016-01-01' + n % 3000,
                   case when n % 3 = 0 then date '2024-09-01' + n % 700 end, case when n % 3 = 0 then 'ENDED' end
            from generate_series(0, 99999) n""", "vacuum analyze");

    private static final String ORGANISATION = """
            select o.*,
              (select t.name from affiliation f join organisation t on t.id = f.to_id where f.organisation_id = o.id
                and f.kind = 'TRUST' and f.starts_on <= now() and (f.ends_on is null or f.ends_on > now())) as trust,
              (select t.name from affiliation f join organisation t on t.id = f.to_id where f.organisation_id = o.id
                and f.kind = 'LOCAL_AUTHORITY' and f.starts_on <= now() and (f.ends_on is null or f.ends_on > now())) as la,
              o.name as page_key
            from organisation o where true""";
    private static final String IN = " " + """
            and o.id in (select f.organisation_id from affiliation f join organisation t on t.id = f.to_id
                          where t.%s and f.starts_on <= now() and (f.ends_on is null or f.ends_on > now()))""";
    private static final String MEMBERSHIP = """
            select m.*, a.name as alliance, o.name as organisation, m.starts_on as page_key
            from membership m join alliance a on a.id = m.alliance_id join organisation o on o.id = m.organisation_id
            where true""";
    private static final String APPOINTMENT = """
            select s.*, p.name as person, o.name as organisation, a.name as alliance, s.starts_on as page_key
            from appointment s join person p on p.id = s.person_id
            left join organisation o on o.id = s.organisation_id left join alliance a on a.id = s.alliance_id
            where true""";
    private static final String ON_THE_DAY =
            " and %1$s.starts_on <= '2024-11-04' and (%1$s.ends_on is null or %1$s.ends_on > '2024-11-04')";
    private static final String DAY = "2024-11-04";

    private static final List<Asked> ORGANISATIONS = List.of(
            Asked.of("all", "", ""),
            Asked.of(
                    "open secondary schools",
                    "&kind=SCHOOL&phase=SECONDARY&status=OPEN",
                    " and o.kind = 'SCHOOL' and o.phase = 'SECONDARY' and o.status = 'OPEN'"),
            Asked.of("of an authority", "&laCode=233", IN.formatted("la_code = '233'")),
            Asked.of("of a trust", "&trust=uid:90007", IN.formatted("uid = '90007'")),
            Asked.of("on a day", "&asOf=" + DAY, ""),
            Asked.of("of an authority on a day", "&laCode=233&asOf=" + DAY, IN.formatted("la_code = '233'")));

    private static final List<Asked> SEARCH = List.of(
            found("a word of many", "elm", "%elm%"),
            found("two words", "oak%20high", "%oak%high%"),
            found("a town", "town%20417", "%town 417%"),
            found("a postcode", "zz31%204aa", "%zz31 4aa%"),
            found("a register's number", "123456", "%123456%"),
            found("no such school", "xylophone", "%xylophone%"),
            Asked.of(
                    "a word, of a kind, on a day",
                    "&q=willow&phase=SECONDARY&asOf=" + DAY,
                    " and o.search like '%willow%' and o.phase = 'SECONDARY'"));

    private static final List<Asked> MEMBERSHIPS = List.of(
            Asked.of("all", "", ""),
            Asked.of("on a day", "&asOf=" + DAY, ON_THE_DAY.formatted("m")),
            Asked.of(
                    "of an alliance",
                    "&allianceId=" + id("alliance7"),
                    " and m.alliance_id = '" + id("alliance7") + "'"),
            Asked.of(
                    "of a school on a day",
                    "&organisationId=" + id("school77") + "&asOf=" + DAY,
                    " and m.organisation_id = '" + id("school77") + "'" + ON_THE_DAY.formatted("m")),
            Asked.of(
                    "partners on a day",
                    "&role=STRATEGIC_PARTNER&asOf=" + DAY,
                    " and m.role = 'STRATEGIC_PARTNER'" + ON_THE_DAY.formatted("m")));

    private static final List<Asked> APPOINTMENTS = List.of(
            Asked.of("all", "", ""),
            Asked.of("on a day", "&asOf=" + DAY, ON_THE_DAY.formatted("s")),
            Asked.of("coaches", "&role=COACH", " and s.role = 'COACH'"),
            Asked.of(
                    "at a school",
                    "&organisationId=" + id("school7"),
                    " and s.organisation_id = '" + id("school7") + "'"));

    private final Site site;
    private final Rounds rounds;
    private final Plans plans;
    private final PrintStream out;
    private final ServiceProcess service;
    private final List<Actor> actors;

    private Directory(Site site, Rounds rounds, Plans plans, PrintStream out, ServiceProcess service) {
        this.site = site;
        this.rounds = rounds;
        this.plans = plans;
        this.out = out;
        this.service = service;
        actors = List.of(
                actor("all", "platform", "platform-admin", ""),
                actor("a trust's", "uid:90008", "trust-team", " " + """
                        and p.home_id in (select organisation_id from affiliation where to_id = '%s')""".formatted(id("trust8"))),
                actor("a school's", "urn:100007", "school-lead", " and p.home_id = '" + id("school7") + "'"));
    }

    /** Someone who asks. @param people the condition that leaves the people that they may see */
    private record Actor(String who, Caller caller, String people) {}

    /** What is asked, as the list's parameters and as the plain SQL's condition. */
    private record Asked(String what, String parameters, String condition) {
        static Asked of(String what, String parameters, String condition) {
            return new Asked(what, parameters, condition);
        }
    }

    static List<Row> rows(Site site, Rounds rounds, Plans plans, PrintStream out) throws Exception {
        Database database = site.like("alliance", "directory");
        try (Connection owner = site.postgres().connect(database.name(), database.owner());
                var statement = owner.createStatement()) {
            for (String sql : LOAD) {
                statement.execute(sql);
            }
        }
        // what was loaded was never said in events: no relay has anything to do
        ServiceProcess service = ServiceProcess.start("alliance", site, database, Map.of(), ServiceProcess.HEAP, null);
        try {
            return new Directory(site, rounds, plans, out, service).all();
        } finally {
            service.process().stop();
        }
    }

    private List<Row> all() throws Exception {
        return List.of(
                row("appointments", "/v1/appointments", APPOINTMENT, "s", "s.starts_on", APPOINTMENTS, true),
                row("memberships", "/v1/memberships", MEMBERSHIP, "m", "m.starts_on", MEMBERSHIPS, false),
                row("organisations", "/v1/organisations", ORGANISATION, "o", "o.name", ORGANISATIONS, false),
                row("search for organisations", "/v1/organisations", ORGANISATION, "o", "o.name", SEARCH, false));
    }

    private Row row(
            String name, String path, String select, String alias, String key, List<Asked> questions, boolean personal)
            throws Exception {
        List<Walks.Walk> ours = new ArrayList<>();
        List<Walks.Walk> plain = new ArrayList<>();
        HttpConnection http = new HttpConnection(service.port());
        Connection sql = site.postgres()
                .connect(service.database().name(), service.database().owner());
        for (Asked asked : questions) {
            for (Actor actor : actors) {
                String what = asked.what + ", sees " + actor.who;
                ours.add(Walks.pages(what, http, actor.caller, path + "?limit=" + LIMIT + asked.parameters));
                plain.add(Walks.pages(
                        what,
                        sql,
                        select + asked.condition + (personal ? actor.people : ""),
                        key,
                        alias + ".id",
                        LIMIT));
            }
        }
        Walks walks = new Walks(ours, http::close);
        try (Load asked = Load.of(1, () -> walks);
                Load ceiling = Load.of(1, () -> new Walks(plain, sql::close))) {
            Row row = rounds.compare(name, asked, ceiling);
            plans.of(name, asked);
            double slowest = walks.tell(out);
            return row.wanted(
                    "p95 of every question at most 20 ms (slowest %.1f)".formatted(slowest), slowest <= MOST_MS);
        }
    }

    private static Asked found(String what, String q, String like) {
        return Asked.of(what, "&q=" + q, " and o.search like '" + like + "'");
    }

    private Actor actor(String who, String organisation, String role, String people) {
        return new Actor(
                who, new Caller(() -> site.issuer().token("bench-" + role).at(organisation, role)), people);
    }

    /** As the load makes them. */
    static String id(String of) {
        return uuid(of).toString();
    }

    /** PostgreSQL's md5 as a UUID. */
    static UUID uuid(String of) {
        try {
            String hex =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(of.getBytes(UTF_8)));
            return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
