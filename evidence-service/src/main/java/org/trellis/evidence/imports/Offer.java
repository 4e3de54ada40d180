package org.trellis.evidence.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.score.Frame;
import org.trellis.evidence.score.Scores;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;

/** What the caller may hand in for a project: of which schools, of which cohorts, on which measures. */
@ApplicationScoped
class Offer {
    /** A school of the caller's that takes part. */
    record School(UUID id, String registerId) {}

    /** All of it. */
    record All(List<School> schools, Map<UUID, List<Frame.Cohort>> cohorts, List<Frame.Planned> measures) {}

    /** Schools whose staff the caller is, or for whose trust the caller speaks. */
    static final String MINE = """
        select unnest(actor_school_ids('school-staff', 'school-lead', 'integration') || actor_trust_school_ids())\
        """;

    private final Reader reader;
    private final Writer writer;
    private final Scores scores;

    Offer(Reader reader, Writer writer, Scores scores) {
        this.reader = reader;
        this.writer = writer;
        this.scores = scores;
    }

    /** Whether it is there for the caller. */
    boolean knows(UUID project, UUID cycle) {
        return reader.one(
                        Boolean.class,
                        "select true from cycle where id = :cycle and project_id = :project and not gone",
                        Map.of("cycle", cycle, "project", project))
                .isPresent();
    }

    /** The caller's schools that take part, each participation held as it is until the transaction ends. */
    List<School> schools(UUID project) {
        var mine = reader.list(UUID.class, MINE, Map.of());
        var taking = writer.list(UUID.class, """
            select organisation_id from participation
            where project_id = :project and organisation_id = any(:mine) and not gone
              and status in ('COMMITTED', 'ACTIVE', 'COMPLETED')
            order by id for share\
            """, Map.of("project", project, "mine", mine.toArray(UUID[]::new)));
        return writer.list(
                School.class,
                "select id, register_id from organisation where id = any(:ids) and not gone order by id",
                Map.of("ids", taking.toArray(UUID[]::new)));
    }

    All of(UUID project) {
        var schools = schools(project);
        var cohorts = scores.cohorts(schools.stream().map(School::id).toList(), project);
        return new All(schools, cohorts, scores.planned(project));
    }
}
