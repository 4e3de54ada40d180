package org.trellis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of 100 of a list over 100,000 projects, as one who sees all, one who sees one per cent and one who sees one
 * row. The ceiling is the same SQL by the owner, without row security, with the condition written by hand.
 */
final class Listing {
    private static final String FIRST = "/v1/projects?limit=100";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ITEM = Pattern.compile("\"id\":\"([^\"]+)\",\"title\":\"([^\"]+)\"");
    private static final double MOST_TIMES = 1.5;

    /** Three schools in each project; the first is in one project of a hundred, the second in a single one. */
    private static final List<String> LOAD = List.of("""
            insert into organisation (id, epoch, sequence, kind, name, register_id)
            select md5('school' || n)::uuid, 1, 0, 'SCHOOL', 'School ' || n || ' (invented)', 'urn:' || 900000 + n
            from generate_series(1, 5000) n""", """
            insert into alliance (id, epoch, sequence, name)
            select md5('alliance' || n)::uuid, 1, 0, 'Alliance ' || n || ' (invented)' from generate_series(1, 500) n""", """
            insert into project (id, version, changed_at, created_at, alliance_id, partner_alliance_ids, title, focus_area,
                                 research_questions, kind, design, state, starts_on, ends_on, invented)
            select md5('project' || n)::uuid, 0, now(), now() - n * interval '1 minute', md5('alliance' || n %% 500 + 1)::uuid,
                   '{}', 'Project ' || md5(n::text) || ' (invented)', 'LESSON_STUDY',
                   array['Does it help, and whom?'], 'MAIN', 'WITHIN_SCHOOLS', 'DRAFT', '2025-09-01', '2026-07-31', true
            from generate_series(1, %d) n""", """
            insert into participation (id, version, changed_at, project_id, organisation_id, status)
            select md5('participation' || n || '-' || k)::uuid, 0, now(), md5('project' || n)::uuid,
                   md5('school' || case when k = 1 and n %% 100 = 0 then 1 when k = 1 and n = 4321 then 2
                                        else 3 + (n * 7 + k * 1013) %% 4997 end)::uuid, 'COMMITTED'
            from generate_series(1, %d) n, generate_series(1, 3) k""");

    private static final String COLUMNS = """
            select p.id, p.title, p.alliance_id, a.name, p.focus_area, p.kind, p.design, p.state, p.starts_on,
                   p.ends_on, p.invented
            from project p left join alliance a on a.id = p.alliance_id where true""";
    private static final String OF_SCHOOL = " " + """
            and p.id in (select t.project_id from participation t join organisation o on o.id = t.organisation_id
                          where o.register_id = ? and t.status <> 'WITHDRAWN')""";
    private static final String AFTER = " and (p.title, p.id) > (?, ?)";
    private static final String ORDER = " order by p.title, p.id limit 101";

    private final Site site;
    private final Rounds rounds;
    private final Plans plans;
    private final int projects;
    private final ServiceProcess service;

    private Listing(Site site, Rounds rounds, Plans plans, int projects) {
        this.site = site;
        this.rounds = rounds;
        this.plans = plans;
        this.projects = projects;
        service = site.service("project");
    }

    static List<Row> rows(Site site, Rounds rounds, Plans plans, int projects) throws Exception {
        return new Listing(site, rounds, plans, projects).all();
    }

    /** @param school the register's id that stands in the hand-written condition; null for one who sees all */
    private record Reader(String who, Caller caller, String school) {}

    private record Page(String path, String title, UUID id) {}

    private List<Row> all() throws Exception {
        load();
        var admin = new Reader("all", caller("bench-admin", "platform", "platform-admin"), null);
        var one = new Reader("one in a hundred", caller("bench-many", "urn:900001", "school-staff"), "urn:900001");
        var few = new Reader("one row", caller("bench-one", "urn:900002", "school-staff"), "urn:900002");
        List<Row> rows = new ArrayList<>();
        Page last = lastPage(admin, projects / 100);
        Row first = row("list, sees all, page 1", admin, null);
        rows.add(first);
        Row thousandth = row("list, sees all, page " + number(projects / 100), admin, last);
        rows.add(thousandth.wanted(
                "p50 at most 1.5 times page 1's",
                thousandth.ours().p50() <= MOST_TIMES * first.ours().p50()));
        rows.add(row("list, sees " + one.who + ", first page", one, null));
        rows.add(row("list, sees " + one.who + ", last page", one, lastPage(one, projects / 10_000)));
        rows.add(row("list, sees " + few.who + ", only page", few, null));
        return rows;
    }

    private Caller caller(String subject, String organisation, String role) {
        return new Caller(() -> site.issuer().token(subject).at(organisation, role));
    }

    private Row row(String name, Reader reader, Page page) throws Exception {
        try (Load ours =
                        Load.of(1, () -> new Request(service.port(), reader.caller, page == null ? FIRST : page.path));
                Load ceiling = Load.of(1, () -> new PlainSql(connect(), reader.school, page))) {
            Row row = rounds.compare(name, ours, ceiling);
            plans.of(name, ours);
            return row;
        }
    }

    private Connection connect() throws SQLException {
        return site.postgres().connect("project", service.database().owner());
    }

    private void load() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : LOAD) {
                statement.execute(sql.contains("%") ? sql.formatted(projects) : sql);
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Walks there as a caller would, from link to link. */
    private Page lastPage(Reader reader, int pages) throws IOException {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            String path = FIRST;
            Page page = null;
            int walked = 1;
            String body = body(connection, path, reader);
            for (Optional<String> next = next(body); next.isPresent(); next = next(body)) {
                Matcher item = ITEM.matcher(body);
                while (item.find()) {
                    page = new Page(next.get(), item.group(2), UUID.fromString(item.group(1)));
                }
                body = body(connection, next.get(), reader);
                walked++;
            }
            if (walked != pages) {
                throw new IllegalStateException("Expected " + pages + " pages, walked " + walked);
            }
            return page;
        }
    }

    private static String body(HttpConnection connection, String path, Reader reader) throws IOException {
        return connection.get(path, reader.caller.authorization()).expect(200).body();
    }

    private static Optional<String> next(String body) {
        Matcher next = NEXT.matcher(body);
        return next.find() ? Optional.of(next.group(1)) : Optional.empty();
    }

    private static String number(int n) {
        return String.format(Locale.UK, "%,d", n);
    }

    private record Request(HttpConnection connection, Caller caller, String path) implements Load.Client {
        Request(int port, Caller caller, String path) throws IOException {
            this(new HttpConnection(port), caller, path);
        }

        @Override
        public void once() throws IOException {
            connection.get(path, caller.authorization()).expect(200);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private record PlainSql(Connection connection, PreparedStatement query) implements Load.Client {
        PlainSql(Connection connection, String school, Page page) throws SQLException {
            this(
                    connection,
                    connection.prepareStatement(
                            COLUMNS + (school == null ? "" : OF_SCHOOL) + (page == null ? "" : AFTER) + ORDER));
            int at = 1;
            if (school != null) {
                query.setString(at++, school);
            }
            if (page != null) {
                query.setString(at++, page.title);
                query.setObject(at, page.id);
            }
        }

        @Override
        public void once() throws SQLException {
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= 11; column++) {
                        row.getString(column);
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
