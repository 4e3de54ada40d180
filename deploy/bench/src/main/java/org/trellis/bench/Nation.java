package org.trellis.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The read model of a whole nation: 24,000 schools, 150 authorities, 1,200 trusts of 20 schools, 2,000 alliances, 5,000
 * projects of ten schools each, and cells of evidence, 200 a project for each measure.
 */
final class Nation {
    static final int SCHOOLS = 24_000;
    static final int AUTHORITIES = 150;
    static final int TRUSTS = 1_200;
    static final int ALLIANCES = 2_000;
    static final int PROJECTS = 5_000;
    static final int SCHOOLS_A_PROJECT = 10;

    private static final String COPY = "id, epoch, sequence";
    private static final String MOMENTS =
            "'{\"n\": 12, \"meanX\": 98.5, \"meanY\": 101.25, \"m2x\": 1800.5, \"m2y\": 1920.25, \"cxy\": 1300.75}'";

    private static final String SUBGROUP = """
            (array['ALL', 'PUPIL_PREMIUM=YES', 'PUPIL_PREMIUM=NO', 'PUPIL_PREMIUM=UNKNOWN', 'SEND=YES', 'SEND=NO',
              'SEND=UNKNOWN', 'SEX=F', 'SEX=M', 'SEX=UNKNOWN'])[1 + g]""";

    /** Of the two great tables; made at the end, they take a tenth of the time. */
    private static final String INDEXES = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
              format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'p' and conrelid in ('cell'::regclass, 'school_effect'::regclass)
            union all
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where not indisprimary and indrelid in ('cell'::regclass, 'school_effect'::regclass)""";

    private record Index(String drop, String create) {}

    private Nation() {}

    /**
     * What reporting-service's database then has in it.
     *
     * @param measures a project, each with 200 cells: ten of them are ten million cells
     */
    static void load(Site site, int measures, PrintStream out) throws SQLException {
        out.printf("The read model of a nation, %,d cells …%n", 200L * measures * PROJECTS);
        var database = site.service("reporting").database();
        try (Connection owner = site.postgres().connect(database.name(), database.owner())) {
            load(owner, measures, site.issuer().url());
        }
    }

    private static void load(Connection owner, int measures, String issuer) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set search_path = read_a, public");
            statement.execute("set maintenance_work_mem = '512MB'");
            var indexes = indexes(statement);
            for (var index : indexes) {
                statement.execute(index.drop());
            }
            for (String sql : statements(measures, issuer)) {
                statement.execute(sql);
            }
            for (var index : indexes) {
                statement.execute(index.create());
            }
            statement.execute("vacuum analyze");
        }
    }

    private static List<Index> indexes(Statement statement) throws SQLException {
        var indexes = new ArrayList<Index>();
        try (var rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2)));
            }
        }
        return indexes;
    }

    private static List<String> statements(int measures, String issuer) {
        return List.of(
                """
                insert into organisation (%s, kind, name, register_id, la_code, status)
                select md5('la' || n)::uuid, 1, 0, 'LOCAL_AUTHORITY', 'Authority ' || n || ' (invented)', 'la:' || (200 + n),
                  200 + n, 'OPEN' from generate_series(0, %d) n""".formatted(COPY, AUTHORITIES - 1),
                """
                insert into organisation (%s, kind, name, register_id, uid, status)
                select md5('trust' || n)::uuid, 1, 0, 'TRUST', 'Trust ' || n || ' (invented)', 'uid:' || (90000 + n),
                  90000 + n, 'OPEN' from generate_series(0, %d) n""".formatted(COPY, TRUSTS - 1),
                """
                insert into organisation (%s, kind, name, register_id, urn, phase, status)
                select md5('school' || n)::uuid, 1, 0, 'SCHOOL', 'School ' || n || ' (invented)', 'urn:' || (100000 + n),
                  100000 + n, case when n %% 5 = 0 then 'SECONDARY' else 'PRIMARY' end, 'OPEN'
                from generate_series(0, %d) n""".formatted(COPY, SCHOOLS - 1),
                """
                insert into affiliation (%s, organisation_id, to_id, kind, starts_on)
                select md5('in' || n)::uuid, 1, 0, md5('school' || n)::uuid, md5('la' || n %% %d)::uuid, 'LOCAL_AUTHORITY',
                  '2010-09-01' from generate_series(0, %d) n""".formatted(COPY, AUTHORITIES, SCHOOLS - 1),
                """
                insert into affiliation (%s, organisation_id, to_id, kind, starts_on)
                select md5('of' || n)::uuid, 1, 0, md5('school' || n)::uuid, md5('trust' || n %% %d)::uuid, 'TRUST',
                  '2015-09-01' from generate_series(0, %d) n""".formatted(COPY, TRUSTS, SCHOOLS - 1),
                """
                insert into alliance (%s, name, kind, status)
                select md5('alliance' || n)::uuid, 1, 0, 'Alliance ' || n || ' (invented)', 'TEACHING_SCHOOL_ALLIANCE',
                  'ACTIVE' from generate_series(0, %d) n""".formatted(COPY, ALLIANCES - 1),
                """
                insert into person (%s, issuer, sub) select md5('person' || n)::uuid, 1, 0, '%s', 'bench-lead-' || n
                from generate_series(0, %d) n""".formatted(COPY, issuer, ALLIANCES - 1),
                """
                insert into appointment (%s, person_id, role, alliance_id, starts_on)
                select md5('leads' || n)::uuid, 1, 0, md5('person' || n)::uuid, 'ALLIANCE_LEAD', md5('alliance' || n)::uuid,
                  '2020-09-01' from generate_series(0, %d) n""".formatted(COPY, ALLIANCES - 1),
                """
                insert into measure (%s, code, name, about, unit, minimum, maximum, higher_is_better)
                select md5('measure' || n)::uuid, 1, 0, 'M' || n, 'Measure ' || n, 'PUPIL', 'points', 0, 200, true
                from generate_series(0, %d) n""".formatted(COPY, measures - 1),
                """
                insert into project (%s, alliance_id, partner_alliance_ids, title, focus_area, research_questions, design, state,
                  starts_on, ends_on, success_measures)
                select md5('project' || n)::uuid, 1, 0, md5('alliance' || n %% %d)::uuid, '{}', 'Project ' || n,
                  'LESSON_STUDY', '{Does it help?}', 'WITHIN_SCHOOLS', 'ACTIVE', '2025-09-01', '2026-07-20',
                  jsonb_build_array(jsonb_build_object('measureId', md5('measure0')::uuid, 'primary', true,
                    'points', jsonb_build_array('BASELINE', 'OUTCOME')))
                from generate_series(0, %d) n""".formatted(COPY, ALLIANCES, PROJECTS - 1),
                """
                insert into cycle (%s, project_id, number, name, phase, starts_on, ends_on)
                select md5('cycle' || n)::uuid, 1, 0, md5('project' || n)::uuid, 1, 'First', 'REVIEWING', '2025-09-01',
                  '2026-05-01' from generate_series(0, %d) n""".formatted(COPY, PROJECTS - 1),
                """
                insert into participation (%s, project_id, organisation_id, status, starts_on)
                select md5('part' || p || '/' || s)::uuid, 1, 0, md5('project' || p)::uuid,
                  md5('school' || (p * 10 + s * 1009) %% %d)::uuid, 'ACTIVE', '2025-09-01'
                from generate_series(0, %d) p, generate_series(0, %d) s""".formatted(COPY, SCHOOLS, PROJECTS - 1, SCHOOLS_A_PROJECT - 1),
                """
                insert into participation_step (participation_id, epoch, sequence, status, at)
                select id, 1, 0, status, '2025-09-01' from participation""",
                """
                insert into completeness (%s, project_id, cycle_id, organisation_id, baseline_accepted, items)
                select md5('complete' || id)::uuid, 1, 0, project_id,
                  (select c.id from cycle c where c.project_id = p.project_id), organisation_id, random() < 0.8,
                  jsonb_build_array(jsonb_build_object('missing', (random() * 2)::int, 'overdueSchoolDays', (random() * 2)::int))
                from participation p""".formatted(COPY),
                """
                insert into cohort (%s, project_id, participation_id, organisation_id, name, arm, about)
                select md5(p.id || arm)::uuid, 1, 0, project_id, p.id, organisation_id, arm, arm, 'PUPIL'
                from participation p, unnest(array['INTERVENTION', 'COMPARISON']) arm""".formatted(COPY),
                """
                insert into cell (%s, project_id, cycle_id, cohort_id, organisation_id, measure_id, "from", "to", subgroup, n,
                  earlier_only, later_only, moments, submissions)
                select md5(c.id || '/' || m || '/' || g)::uuid, 1, 0, c.project_id, y.id, c.id, c.organisation_id,
                  md5('measure' || m)::uuid, 'BASELINE', 'OUTCOME', %s, 12, 1, 0, %s, '[]'
                from cohort c join cycle y on y.project_id = c.project_id, generate_series(0, %d) m, generate_series(0, 9) g""".formatted(COPY, SUBGROUP, MOMENTS, measures - 1),
                """
                insert into school_effect (project_id, cycle_id, measure_id, "from", "to", subgroup, organisation_id,
                  intervention, comparison, estimator, g, variance, j, submissions)
                select p.project_id, y.id, md5('measure' || m)::uuid, 'BASELINE', 'OUTCOME', %s, p.organisation_id, arm, arm,
                  'ANCOVA', 0.2 + 0.01 * (m + g) + 0.1 * random(), 0.05, 0.98,
                  jsonb_build_array(jsonb_build_object('id', p.id, 'revision', 1))
                from participation p join cycle y on y.project_id = p.project_id, generate_series(0, %d) m,
                  generate_series(0, 9) g, (select jsonb_build_object('n', 12, 'moments', %s::jsonb, 'leftOut', 0,
                    'earlierOnly', 1, 'laterOnly', 0) as arm) arms""".formatted(SUBGROUP, measures - 1, MOMENTS));
    }
}
