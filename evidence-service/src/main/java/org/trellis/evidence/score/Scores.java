package org.trellis.evidence.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Writer;

/** The scores of submissions: drafts, which change, and accepted revisions, which never do. */
@ApplicationScoped
public class Scores {
    private static final int CHUNK = 5_000;

    /** How much a draft holds. */
    public record Counts(int scores, int references) {}

    private record Elsewhere(String reference, UUID measureId, UUID cohortId, String point, UUID submissionId) {}

    private record Formed(UUID organisationId, @Nested Frame.Cohort cohort) {}

    private final Writer writer;
    private final ObjectMapper json;

    Scores(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /** What scores of this submission may be about. */
    public Frame frame(UUID submission, UUID organisation, UUID project, UUID cycle) {
        var cohorts = cohorts(List.of(organisation), project).get(organisation);
        var elsewhere = new HashMap<Score.Key, UUID>();
        writer.list(
                        Elsewhere.class,
                        """
                        select reference, measure_id, cohort_id, point, submission_id from score_in_force
                        where cycle_id = :cycle and cohort_id = any(:cohorts) and submission_id <> :submission\
                        """,
                        Map.of(
                                "cycle",
                                cycle,
                                "cohorts",
                                cohorts.stream().map(Frame.Cohort::id).toArray(UUID[]::new),
                                "submission",
                                submission))
                .forEach(e -> elsewhere.put(
                        new Score.Key(e.reference(), e.measureId(), e.cohortId(), e.point()), e.submissionId()));
        return new Frame(cohorts, planned(project), elsewhere);
    }

    /** Of schools in a project, by school; every school has an entry. */
    public Map<UUID, List<Frame.Cohort>> cohorts(List<UUID> schools, UUID project) {
        var cohorts = new HashMap<UUID, List<Frame.Cohort>>();
        schools.forEach(school -> cohorts.put(school, new ArrayList<>()));
        writer.list(Formed.class, """
            select organisation_id, id, name, about from cohort
            where organisation_id = any(:schools) and project_id = :project and not gone\
            """, Map.of("schools", schools.toArray(UUID[]::new), "project", project))
                .forEach(formed -> cohorts.get(formed.organisationId()).add(formed.cohort()));
        return cohorts;
    }

    /** By which a project measures its success. */
    public List<Frame.Planned> planned(UUID project) {
        return writer.list(Frame.Planned.class, """
            select m.id, m.code, m.about, m.minimum, m.maximum,
                   array(select jsonb_array_elements_text(planned -> 'points')) as points
            from project p, jsonb_array_elements(p.success_measures) planned
            join measure m on m.id = cast(planned ->> 'measureId' as uuid)
            where p.id = :project\
            """, Map.of("project", project));
    }

    /** Puts scores into a draft; one that is there already is replaced. */
    public void put(UUID submission, int revision, List<Score> scores) {
        for (int from = 0; from < scores.size(); from += CHUNK) {
            var rows = rows(scores.subList(from, Math.min(from + CHUNK, scores.size())));
            writer.run("""
                insert into draft_score
                  (submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups)
                select :submission, :revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(reference text, measure_id uuid, cohort_id uuid,
                  point text, value numeric, taken_on date, subgroups jsonb)
                on conflict on constraint one_score_a_point
                do update set value = excluded.value, taken_on = excluded.taken_on, subgroups = excluded.subgroups,
                  copied = false\
                """, Map.of("submission", submission, "revision", revision, "rows", rows.toString()));
        }
    }

    private ArrayNode rows(List<Score> scores) {
        var rows = json.createArrayNode();
        scores.forEach(score -> {
            var row = rows.addObject()
                    .put("reference", score.key().reference())
                    .put("measure_id", score.key().measureId().toString())
                    .put("cohort_id", score.key().cohortId().toString())
                    .put("point", score.key().point())
                    .put("value", score.value())
                    .put("taken_on", score.takenOn().toString());
            var subgroups = row.putObject("subgroups");
            score.subgroups().forEach((dimension, value) -> subgroups.put(dimension.name(), value));
        });
        return rows;
    }

    public Counts counts(UUID submission) {
        return writer.one(Counts.class, """
            select count(*) + (select coalesce(sum(people), 0) from draft_count where submission_id = :id)
                     as scores,
                   count(distinct reference) as references
            from draft_score where submission_id = :id\
            """, Map.of("id", submission)).orElseThrow();
    }

    public void discardDraft(UUID submission) {
        writer.run("delete from draft_score where submission_id = :id", Map.of("id", submission));
        writer.run("delete from draft_count where submission_id = :id", Map.of("id", submission));
    }

    /** The draft of the next revision starts as a copy of the one that counts. */
    public void reopen(UUID submission, int accepted, int next) {
        writer.run("""
            insert into draft_score
              (submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups, copied)
            select submission_id, :next, reference, measure_id, cohort_id, point, value, taken_on, subgroups, true
            from accepted_score where submission_id = :id and revision = :accepted order by id\
            """, Map.of("id", submission, "accepted", accepted, "next", next));
        writer.run("""
            insert into draft_count (submission_id, revision, measure_id, cohort_id, point, value, people, taken_on)
            select submission_id, :next, measure_id, cohort_id, point, value, people, taken_on
            from accepted_count where submission_id = :id and revision = :accepted\
            """, Map.of("id", submission, "accepted", accepted, "next", next));
    }

    /** A draft that was returned is handed in again as the next revision. */
    public void renumber(UUID submission, int revision) {
        writer.run(
                "update draft_score set revision = :revision where submission_id = :id and revision <> :revision",
                Map.of("id", submission, "revision", revision));
        writer.run(
                "update draft_count set revision = :revision where submission_id = :id and revision <> :revision",
                Map.of("id", submission, "revision", revision));
    }

    /** Locks the draft: from here on no role of this service can change it. */
    public void accept(UUID submission, int revision) {
        writer.run("""
            insert into accepted_score (submission_id, revision, cycle_id, organisation_id, reference, measure_id,
              cohort_id, point, value, taken_on, subgroups)
            select d.submission_id, :revision, s.cycle_id, s.organisation_id, d.reference, d.measure_id, d.cohort_id,
                   d.point, d.value, d.taken_on, d.subgroups
            from draft_score d join submission s on s.id = d.submission_id where d.submission_id = :id order by d.id\
            """, Map.of("id", submission, "revision", revision));
        writer.run("""
            insert into accepted_count (submission_id, revision, cycle_id, organisation_id, measure_id, cohort_id, point,
              value, people, taken_on)
            select d.submission_id, :revision, s.cycle_id, s.organisation_id, d.measure_id, d.cohort_id, d.point, d.value,
                   d.people, d.taken_on
            from draft_count d join submission s on s.id = d.submission_id where d.submission_id = :id\
            """, Map.of("id", submission, "revision", revision));
        discardDraft(submission);
    }

    /** How many scores of the draft count already, in other submissions. */
    public int countedElsewhere(UUID submission) {
        return writer.one(Integer.class, """
            select count(*) + (
              select count(*) from draft_count d join submission s on s.id = d.submission_id
              where d.submission_id = :id and (
                exists (select from count_in_force f
                        where f.cycle_id = s.cycle_id and f.submission_id <> s.id and f.measure_id = d.measure_id
                          and f.cohort_id = d.cohort_id and f.point = d.point)
                or exists (select from score_in_force f
                           where f.cycle_id = s.cycle_id and f.measure_id = d.measure_id
                             and f.cohort_id = d.cohort_id and f.point = d.point)
                or exists (select from draft_score r
                           where r.submission_id = s.id and r.measure_id = d.measure_id
                             and r.cohort_id = d.cohort_id and r.point = d.point))) + (
              select count(*) from draft_score d join submission s on s.id = d.submission_id
              where d.submission_id = :id and exists (
                select from count_in_force f
                where f.cycle_id = s.cycle_id and f.submission_id <> s.id and f.measure_id = d.measure_id
                  and f.cohort_id = d.cohort_id and f.point = d.point))
            from draft_score d join submission s on s.id = d.submission_id
            join score_in_force f on f.cycle_id = s.cycle_id and f.submission_id <> s.id
              and f.measure_id = d.measure_id and f.reference = d.reference and f.cohort_id = d.cohort_id
              and f.point = d.point
            where d.submission_id = :id\
            """, Map.of("id", submission)).orElseThrow();
    }

    /** Measures of the draft, and of what counts now, in the order of their ids. */
    public List<UUID> measures(UUID submission) {
        return writer.list(UUID.class, """
            select measure_id from draft_score where submission_id = :id
            union
            select measure_id from draft_count where submission_id = :id
            union
            select measure_id from score_in_force where submission_id = :id
            union
            select measure_id from count_in_force where submission_id = :id
            order by 1\
            """, Map.of("id", submission));
    }
}
