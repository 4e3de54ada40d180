package org.trellis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.trellis.embedded.Database;

/**
 * A project's impact, and how a trust's and a local authority's schools stand, at national size. Each is asked about
 * another project, trust or authority every time; the ceiling reads the rows that the answer is made of by plain SQL.
 */
final class Reporting {
    private static final double MOST_IMPACT_MS = 50;
    private static final double MOST_PROGRESS_MS = 100;

    private static final String EFFECTS = """
            select subgroup, organisation_id, intervention, comparison, g, variance from read_a.school_effect
            where project_id = md5('project' || ?)::uuid and measure_id = md5('measure0')::uuid
            order by subgroup, organisation_id""";
    private static final String OF_A_GROUP = """
            select p.id, p.title, x.organisation_id, x.status, k.baseline_accepted, k.overdue
            from read_a.affiliation a join read_a.participation x on x.organisation_id = a.organisation_id
            join read_a.project p on p.id = x.project_id
            left join read_a.completeness k on k.project_id = p.id and k.organisation_id = x.organisation_id
            where a.to_id = md5('%s' || ?)::uuid""";

    private Reporting() {}

    static List<Row> rows(Site site, Rounds rounds, Plans plans) throws Exception {
        ServiceProcess service = site.service("reporting");
        return List.of(
                row(
                        site,
                        rounds,
                        plans,
                        service,
                        "a project's impact",
                        EFFECTS,
                        MOST_IMPACT_MS,
                        n -> new Asked(lead(site, n % Nation.ALLIANCES), "/v1/impact/projects/" + id("project" + n))),
                row(
                        site,
                        rounds,
                        plans,
                        service,
                        "a trust's progress",
                        OF_A_GROUP.formatted("trust"),
                        MOST_PROGRESS_MS,
                        n -> new Asked(
                                at(site, "uid:" + (90_000 + n % Nation.TRUSTS), "trust-team"),
                                "/v1/progress/trusts/" + id("trust" + n % Nation.TRUSTS))),
                row(
                        site,
                        rounds,
                        plans,
                        service,
                        "a local authority's progress",
                        OF_A_GROUP.formatted("la"),
                        MOST_PROGRESS_MS,
                        n -> new Asked(
                                at(site, "la:" + (200 + n % Nation.AUTHORITIES), "la-analyst"),
                                "/v1/progress/local-authorities/" + id("la" + n % Nation.AUTHORITIES))));
    }

    /** What is asked, and by whom. */
    private record Asked(Caller caller, String path) {}

    private static Row row(
            Site site,
            Rounds rounds,
            Plans plans,
            ServiceProcess service,
            String name,
            String sql,
            double most,
            IntFunction<Asked> asked)
            throws Exception {
        // callers sign in once: what is measured is the answer
        List<Asked> questions = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            questions.add(asked.apply(n * 23 % Nation.PROJECTS));
        }
        try (Load ours = Load.of(1, () -> new Answers(new HttpConnection(service.port()), questions, new int[1]));
                Load ceiling = Load.of(1, () -> new Plain(site, service.database(), sql))) {
            Row row = rounds.compare(name, ours, ceiling);
            plans.of(name, ours);
            return row.wanted("p95 under %.0f ms".formatted(most), row.ours().p95() < most);
        }
    }

    private record Answers(HttpConnection connection, List<Asked> questions, int[] next) implements Load.Client {
        @Override
        public void once() throws IOException {
            var asked = questions.get(next[0]++ % questions.size());
            connection.get(asked.path(), asked.caller().authorization()).expect(200);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static final class Plain implements Load.Client {
        private final Connection connection;
        private final PreparedStatement select;
        private int next;

        Plain(Site site, Database database, String sql) throws SQLException {
            connection = site.postgres().connect(database.name(), database.owner());
            select = connection.prepareStatement(sql);
        }

        @Override
        public void once() throws SQLException {
            select.setString(1, Integer.toString(next++ * 23 % Nation.AUTHORITIES));
            int rows = 0;
            try (var read = select.executeQuery()) {
                while (read.next()) {
                    rows++;
                }
            }
            if (rows == 0) {
                throw new IllegalStateException("Nothing was read");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static Caller lead(Site site, int alliance) {
        return new Caller(() -> site.issuer().token("bench-lead-" + alliance).at("urn:100000", "school-staff"));
    }

    private static Caller at(Site site, String organisation, String role) {
        return new Caller(() -> site.issuer().token("bench-" + organisation).at(organisation, role));
    }

    /** As the load makes them. */
    static UUID id(String of) {
        return Directory.uuid(of);
    }
}
