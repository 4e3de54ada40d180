package org.trellis.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;

/** A million invented scores of the fifty schools of a trust, and the project that they belong to. */
final class ScoreFile {
    static final int SCHOOLS = 50;
    static final int ROWS = 1_000_000;
    static final int FIRST_URN = 300_000;

    private static final int PUPILS = ROWS / SCHOOLS / 4;
    private static final String[] MEASURES = {"READING", "MATHS"};
    private static final String[] POINTS = {"BASELINE", "OUTCOME"};
    private static final String[] DAYS = {"2025-10-01", "2026-03-02"};

    private ScoreFile() {}

    /** What the neighbours would have told of. @return the query that a request for this project has */
    static String project(Connection owner) throws SQLException {
        try (var tell = owner.createStatement()) {
            tell.execute("""
                insert into organisation (id, epoch, sequence, kind, name, register_id, status)
                select named('school ' || n), 1, 0, 'SCHOOL', 'School ' || n, 'urn:' || (%1$d + n), 'OPEN'
                from generate_series(0, %2$d) n
                union all select named('trust'), 1, 0, 'TRUST', 'Trust', 'uid:30000', 'OPEN';
                insert into affiliation (id, epoch, sequence, organisation_id, to_id, kind, starts_on)
                select named('tie ' || n), 1, 0, named('school ' || n), named('trust'), 'TRUST', '2020-09-01'
                from generate_series(0, %2$d) n;
                insert into measure (id, version, changed_at, code, name, about, unit, minimum, maximum,
                  higher_is_better, age_in_months)
                select named(code), 0, now(), code, code, 'PUPIL', 'points', 0, 150, true, false
                from (values ('READING'), ('MATHS')) m(code) on conflict do nothing;
                insert into project (id, epoch, sequence, alliance_id, partner_alliance_ids, title, state,
                  success_measures)
                select named('project'), 1, 0, named('alliance'), '{}', 'Project', 'ACTIVE',
                  jsonb_agg(jsonb_build_object('measureId', named(code), 'points', '["BASELINE", "OUTCOME"]'::jsonb))
                from (values ('READING'), ('MATHS')) m(code);
                insert into cycle (id, epoch, sequence, project_id, number, name, phase)
                values (named('cycle'), 1, 0, named('project'), 1, 'First', 'BASELINE');
                insert into participation (id, epoch, sequence, project_id, organisation_id, status)
                select named('part ' || n), 1, 0, named('project'), named('school ' || n), 'ACTIVE'
                from generate_series(0, %2$d) n;
                insert into cohort (id, epoch, sequence, project_id, organisation_id, name, arm, about, size)
                select named(name || n), 1, 0, named('project'), named('school ' || n), name, arm, 'PUPIL', %3$d
                from generate_series(0, %2$d) n, (values ('7A', 'INTERVENTION'), ('7B', 'COMPARISON')) c(name, arm);
                analyze;\
                """.formatted(FIRST_URN, SCHOOLS - 1, PUPILS / 2));
            try (var row =
                    tell.executeQuery("select 'projectId=' || named('project') || '&cycleId=' || named('cycle')")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Ids that are the same in each database. */
    static void names(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "create function named(text) returns uuid language sql immutable as 'select md5($1)::uuid'");
        }
    }

    static Path write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("school,reference,cohort,measure,point,value,taken_on,pupil_premium\n");
            for (int school = 0; school < SCHOOLS; school++) {
                for (int pupil = 0; pupil < PUPILS; pupil++) {
                    pupil(out, school, pupil);
                }
            }
        }
        return file;
    }

    private static void pupil(Writer out, int school, int pupil) throws IOException {
        String reference = reference(school * PUPILS + pupil);
        for (int measure = 0; measure < MEASURES.length; measure++) {
            for (int point = 0; point < POINTS.length; point++) {
                out.append("urn:")
                        .append(Integer.toString(FIRST_URN + school))
                        .append(',')
                        .append(reference)
                        .append(pupil % 2 == 0 ? ",7A," : ",7B,")
                        .append(MEASURES[measure])
                        .append(',')
                        .append(POINTS[point])
                        .append(',')
                        .append(Integer.toString(60 + (pupil * 7 + measure * 13 + point * 9) % 80))
                        .append(pupil % 3 == 0 ? ".5," : ",")
                        .append(DAYS[point])
                        .append(pupil % 4 == 0 ? ",YES\n" : ",NO\n");
            }
        }
    }

    private static String reference(int pupil) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(4).putInt(pupil).array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
