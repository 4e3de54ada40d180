package org.trellis.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trellis.embedded.Database;

/**
 * Projects at national size: 20,000 with 200,000 participations. Lists page after page and single views, as one who
 * administers, one who leads an alliance of forty projects, and one who works at a school that is in ten. The ceiling
 * asks the same of plain SQL, as the owner, with what the caller may see written by hand.
 */
final class NationalProjects {
    private static final double MOST_MS = 20;
    private static final int LIMIT = 100;
    private static final String LEAD = "bench-lead";

    /** 20,000 schools, 500 alliances, 40,000 success measures, 200,000 participations, 200,000 cohorts, 20,000 cycles. */
    private static final List<String> LOAD = List.of(
            """
                    insert into organisation (id, epoch, sequence, kind, name, register_id)
                    select md5('school' || n)::uuid, 1, 0, 'SCHOOL', 'School ' || n || ' (invented)', 'urn:' || 100000 + n
                    from generate_series(0, 19999) n""",
            """
                    insert into alliance (id, epoch, sequence, name)
                    select md5('alliance' || n)::uuid, 1, 0, 'Alliance ' || n || ' (invented)' from generate_series(0, 499) n""",
            """
                    insert into person (id, epoch, sequence, issuer, sub) values (md5('lead')::uuid, 1, 0, '%s', 'bench-lead')""",
            """
                    insert into appointment (id, epoch, sequence, person_id, role, alliance_id, starts_on)
                    values (md5('lead')::uuid, 1, 0, md5('lead')::uuid, 'ALLIANCE_LEAD', md5('alliance7')::uuid, '2020-09-01')""",
            """
                    insert into measure (id, epoch, sequence, code, name)
                    select md5('measure' || n)::uuid, 1, 0, 'M' || n, 'Measure ' || n from generate_series(0, 99) n""",
            """
                    insert into priority (id, epoch, sequence, alliance_id, title, starts_on)
                    select md5('priority' || n)::uuid, 1, 0, md5('alliance' || n)::uuid, 'Priority ' || n, '2020-09-01'
                    from generate_series(0, 499) n""",
            """
                    insert into project (id, version, changed_at, created_at, alliance_id, partner_alliance_ids, title, focus_area,
                                         research_questions, kind, design, state, starts_on, ends_on, invented, priority_ids)
                    select md5('project' || n)::uuid, 0, now(), now() - n * interval '1 minute', md5('alliance' || n % 500)::uuid,
                           '{}', 'Project ' || md5(n::text) || ' (invented)',
                           (array['LESSON_STUDY', 'COACHING_AND_MENTORING', 'LEADERSHIP_MODELS', 'TRANSITION_AND_LITERACY'])[1 + n % 4],
                           array['Does it help, and whom?'], 'MAIN', 'WITHIN_SCHOOLS',
                           (array['DRAFT', 'PROPOSED', 'APPROVED', 'ACTIVE', 'CLOSED'])[1 + n % 5], '2025-09-01', '2026-07-31', true,
                           array[md5('priority' || n % 500)::uuid]
                    from generate_series(0, 19999) n""",
            """
                    insert into success_measure (id, project_id, measure_id, is_primary)
                    select md5('judged' || n || '-' || k)::uuid, md5('project' || n)::uuid, md5('measure' || (n + k) % 100)::uuid, k = 1
                    from generate_series(0, 19999) n, generate_series(1, 2) k""",
            """
                    insert into success_measure_point (success_measure_id, position, point, due)
                    select s.id, p.position, p.point, '2026-06-30' from success_measure s,
                      (values (0, 'BASELINE'), (1, 'OUTCOME')) p (position, point)""",
            """
                    insert into project_intervention (project_id, position, intervention_id, edition)
                    select p.id, 0, i.id, 1 from project p join (select id, row_number() over (order by code) as n,
                      count(*) over () as all_of_them from intervention) i on i.n = 1 + abs(hashtext(p.id::text)) % i.all_of_them""",
            """
                    insert into participation (id, version, changed_at, created_at, project_id, organisation_id, status, starts_on)
                    select md5('participation' || n || '-' || k)::uuid, 0, now(), now() - (n * 10 + k) * interval '1 second',
                           md5('project' || n)::uuid, md5('school' || (n * 7 + k * 1999) % 20000)::uuid,
                           (array['INVITED', 'COMMITTED', 'ACTIVE'])[1 + k % 3], '2025-09-01'
                    from generate_series(0, 19999) n, generate_series(0, 9) k""",
            """
                    insert into cohort (id, version, changed_at, project_id, participation_id, organisation_id, name, arm, about, size,
                                        prior_year)
                    select md5('cohort' || i.id)::uuid, 0, now(), i.project_id, i.id, i.organisation_id,
                           1 + abs(hashtext(i.id::text)) % 13 || (array['A', 'B', 'R', 'S'])[1 + abs(hashtext(i.id::text)) / 13 % 4],
                           'INTERVENTION', 'PUPIL', 28, false from participation i""",
            """
                    insert into cycle (id, version, changed_at, project_id, number, phase, starts_on, ends_on)
                    select md5('cycle' || n)::uuid, 0, now(), md5('project' || n)::uuid, 1, 'PLANNING', date '2025-09-01' + n % 200,
                           '2026-07-20' from generate_series(0, 19999) n""",
            "truncate readiness_due",
            "vacuum analyze");

    private static final String PROJECT = """
            select p.id, p.title, p.alliance_id, a.name, p.focus_area, p.kind, p.design, p.state, p.starts_on, p.ends_on,
              p.invented, p.title as page_key
            from project p left join alliance a on a.id = p.alliance_id where true""";
    private static final String PARTICIPATION = """
            select i.*, p.title, o.name, i.created_at as page_key from participation i join project p on p.id = i.project_id
            left join organisation o on o.id = i.organisation_id where true""";
    private static final String COHORT = """
            select c.*, p.title, o.name as organisation, c.name as page_key from cohort c join project p on p.id = c.project_id
            left join organisation o on o.id = c.organisation_id where true""";
    private static final String CYCLE = """
            select c.*, p.title, c.starts_on as page_key from cycle c join project p on p.id = c.project_id where true""";
    private static final String ONE_PROJECT = """
            select p.*, a.name, p.title as page_key,
              (select jsonb_agg(to_jsonb(s)) from success_measure s where s.project_id = p.id),
              (select jsonb_agg(to_jsonb(u)) from project_intervention u where u.project_id = p.id)
            from project p left join alliance a on a.id = p.alliance_id where p.id = '%s'""";

    /** A list, or a single view, with the plain SQL for the same. */
    private record Asked(String what, String path, String select, String key, String id) {}

    /** @param sees the condition on a project's id that leaves what they see */
    private record Actor(String who, Caller caller, String sees, String project) {}

    private final Site site;
    private final ServiceProcess service;
    private final List<Actor> actors;

    private NationalProjects(Site site, ServiceProcess service) {
        this.site = site;
        this.service = service;
        actors = List.of(
                new Actor("all", caller("bench-admin", "platform", "platform-admin"), "", Directory.id("project11")),
                new Actor(
                        "an alliance's",
                        caller(LEAD, "urn:199999", "school-staff"),
                        " and p.alliance_id = '" + Directory.id("alliance7") + "'",
                        Directory.id("project507")),
                new Actor(
                        "a school's",
                        caller("bench-head", "urn:100007", "school-lead"),
                        " and p.id in (select project_id from participation where organisation_id = '"
                                + Directory.id("school7") + "')",
                        Directory.id("project1")));
    }

    static List<Row> rows(Site site, Rounds rounds, Plans plans, PrintStream out) throws Exception {
        Database database = site.like("project", "national");
        try (Connection owner = site.postgres().connect(database.name(), database.owner());
                var statement = owner.createStatement()) {
            for (String sql : LOAD) {
                statement.execute(
                        sql.contains("'%s'") ? sql.formatted(site.issuer().url()) : sql);
            }
        }
        // what was loaded was never said in events, and notes of it are gone: neither relay nor readiness has anything
        // to do
        ServiceProcess service = ServiceProcess.start("project", site, database, Map.of(), ServiceProcess.HEAP, null);
        try {
            return new NationalProjects(site, service).all(rounds, plans, out);
        } finally {
            service.process().stop();
        }
    }

    private List<Row> all(Rounds rounds, Plans plans, PrintStream out) throws Exception {
        return List.of(
                row("projects at national size, lists", rounds, plans, out, this::lists),
                row("projects at national size, single views", rounds, plans, out, this::views));
    }

    private interface Questions {
        List<Asked> of(Actor actor);
    }

    private List<Asked> lists(Actor actor) {
        String project = "&projectId=" + actor.project;
        String of = " and c.project_id = '" + actor.project + "'";
        return List.of(
                list("projects", "projects", "", PROJECT, "p.title", "p"),
                list(
                        "active projects",
                        "projects",
                        "&state=ACTIVE",
                        PROJECT + " and p.state = 'ACTIVE'",
                        "p.title",
                        "p"),
                list(
                        "projects on lesson study",
                        "projects",
                        "&focusArea=LESSON_STUDY",
                        PROJECT + " and p.focus_area = 'LESSON_STUDY'",
                        "p.title",
                        "p"),
                list("participations", "participations", "", PARTICIPATION, "i.created_at", "i"),
                list(
                        "active participations",
                        "participations",
                        "&status=ACTIVE",
                        PARTICIPATION + " and i.status = 'ACTIVE'",
                        "i.created_at",
                        "i"),
                list(
                        "participations of a project",
                        "participations",
                        project,
                        PARTICIPATION + of.replace("c.", "i."),
                        "i.created_at",
                        "i"),
                list("cohorts", "cohorts", "", COHORT, "c.name", "c"),
                list("cohorts of a project", "cohorts", project, COHORT + of, "c.name", "c"),
                list("cycles", "cycles", "", CYCLE, "c.starts_on", "c"));
    }

    private static Asked list(String what, String path, String parameters, String select, String key, String alias) {
        return new Asked(what, "/v1/" + path + "?limit=" + LIMIT + parameters, select, key, alias + ".id");
    }

    private List<Asked> views(Actor actor) {
        return List.of(new Asked(
                "a project", "/v1/projects/" + actor.project, ONE_PROJECT.formatted(actor.project), "p.title", "p.id"));
    }

    private Row row(String name, Rounds rounds, Plans plans, PrintStream out, Questions questions) throws Exception {
        List<Walks.Walk> ours = new ArrayList<>();
        List<Walks.Walk> plain = new ArrayList<>();
        HttpConnection http = new HttpConnection(service.port());
        Connection sql = site.postgres()
                .connect(service.database().name(), service.database().owner());
        for (Actor actor : actors) {
            for (Asked asked : questions.of(actor)) {
                String what = asked.what + ", sees " + actor.who;
                ours.add(Walks.pages(what, http, actor.caller, asked.path));
                plain.add(Walks.pages(what, sql, asked.select + actor.sees, asked.key, asked.id, LIMIT));
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

    private Caller caller(String subject, String organisation, String role) {
        return new Caller(() -> site.issuer().token(subject).at(organisation, role));
    }
}
