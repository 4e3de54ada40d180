package org.trellis.evidence.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.evidence.submission.SubmissionStatus;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** Computes what a moderator sees of a submission: over all of its rows, after asking who wants to know. */
@ApplicationScoped
class Inspection {
    private static final String SPREAD = """
        select r.cohort_id, c.name as cohort_name, r.measure_id, m.name as measure_name, r.point, count(*) as n,
               case when count(*) >= m.fewest then avg(value) end as mean,
               case when count(*) >= m.fewest then stddev_samp(value) end as sd,
               case when count(*) >= m.fewest then min(value) end as minimum,
               case when count(*) >= m.fewest then percentile_cont(0.25) within group (order by value) end as lower_quartile,
               case when count(*) >= m.fewest then percentile_cont(0.5) within group (order by value) end as median,
               case when count(*) >= m.fewest then percentile_cont(0.75) within group (order by value) end as upper_quartile,
               case when count(*) >= m.fewest then max(value) end as maximum
        from (
          select cohort_id, measure_id, point, value from score_row where submission_id = :id and revision = :revision
          union all
          select cohort_id, measure_id, point, value from draft_count cross join generate_series(1, people)
          where submission_id = :id and revision = :revision
          union all
          select cohort_id, measure_id, point, value from accepted_count cross join generate_series(1, people)
          where submission_id = :id and revision = :revision) r
        join (select id, name, case when about in ('TEACHER', 'TRAINEE', 'MENTOR', 'LEADER') then 5 else 3 end as fewest
              from measure) m on m.id = r.measure_id
        left join cohort c on c.id = r.cohort_id
        group by r.cohort_id, c.name, r.measure_id, m.name, m.fewest, r.point
        order by c.name, r.cohort_id, m.name, r.measure_id, r.point\
        """;

    private static final String GAPS = """
        with here as (
          select reference, cohort_id, measure_id, point from score_row
          where submission_id = :id and revision = :revision),
        known as (
          select * from here
          union
          select f.reference, f.cohort_id, f.measure_id, f.point from score_in_force f
          where f.cycle_id = :cycle and f.submission_id <> :id and f.cohort_id in (select cohort_id from here)),
        later as (select distinct cohort_id, measure_id, point from known where point <> 'BASELINE'),
        of_each as (
          select l.cohort_id, l.measure_id, l.point, k.reference, bool_or(k.point = 'BASELINE') as before,
                 bool_or(k.point <> 'BASELINE') as after
          from later l join known k on k.cohort_id = l.cohort_id and k.measure_id = l.measure_id
            and k.point in ('BASELINE', l.point)
          group by l.cohort_id, l.measure_id, l.point, k.reference)
        select e.cohort_id, c.name as cohort_name, e.measure_id, m.name as measure_name, e.point,
               c.size as expected, count(*) filter (where before and after) as paired,
               count(*) filter (where not after) as baseline_only, count(*) filter (where not before) as later_only
        from of_each e join measure m on m.id = e.measure_id left join cohort c on c.id = e.cohort_id
        group by e.cohort_id, c.name, c.size, e.measure_id, m.name, e.point
        order by c.name, e.cohort_id, m.name, e.measure_id, e.point\
        """;

    private static final String DIFFERENCE = """
        select count(*) filter (where b.id is null) as added,
               count(*) filter (where (n.value, n.taken_on, n.subgroups) <> (b.value, b.taken_on, b.subgroups))
                 as changed,
               count(*) filter (where n.id is null) as removed
        from (select * from score_row where submission_id = :id and revision = :now) n
        full join (select * from score_row where submission_id = :id and revision = :before) b
          using (reference, measure_id, cohort_id, point)\
        """;

    /** Where a tail is this far off, one of eight or more: Tukey 1977, "Exploratory Data Analysis", far out. */
    private static final String OUTLIERS = """
        with lines as (
          select row_number() over (order by id) as line, cohort_id, measure_id, point, value from score_row
          where submission_id = :id and revision = :revision),
        fences as (
          select cohort_id, measure_id, point, percentile_cont(0.25) within group (order by value) as lower,
                 percentile_cont(0.75) within group (order by value) as upper
          from lines group by cohort_id, measure_id, point having count(*) >= 8)
        select l.line, l.cohort_id, c.name as cohort_name, l.measure_id, m.name as measure_name, l.point,
               case when l.value > upper then 'ABOVE' else 'BELOW' end as side
        from lines l join fences f using (cohort_id, measure_id, point) join measure m on m.id = l.measure_id
        left join cohort c on c.id = l.cohort_id
        where l.value > upper + 3 * (upper - lower) or l.value < lower - 3 * (upper - lower)
        order by l.line limit 100\
        """;

    private static final String NOTES = """
        select n.revision, n.line, n.field, n.note from moderation_note n
        where n.submission_id = :id order by n.revision, n.number\
        """;

    /** What is not yet handed in is nobody's to judge: no revision has this number. */
    private static final int NONE = 0;

    private record Head(
            UUID id, UUID organisationId, UUID cycleId, String status, int revision, Integer acceptedRevision) {}

    private final Writer writer;
    private final Submissions submissions;
    private final AccessLog accessLog;

    Inspection(Writer writer, Submissions submissions, AccessLog accessLog) {
        this.writer = writer;
        this.submissions = submissions;
        this.accessLog = accessLog;
    }

    ModerationView of(UUID id) {
        var roles = submissions.rolesOf(id);
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        if (!roles.contains("MODERATOR") && !roles.contains("RD_LEAD") && !roles.contains("CONTROLLER")) {
            throw Problems.forbidden("It is for its moderators, the alliance's R&D lead and the controller");
        }
        var head = writer.one(
                        Head.class,
                        "select id, organisation_id, cycle_id, status, revision, accepted_revision from submission"
                                + " where id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
        boolean theirs = roles.contains("CONTROLLER") || !head.status().equals(SubmissionStatus.DRAFT.name());
        var values = Map.of("id", id, "revision", theirs ? head.revision() : NONE);
        accessLog.note("moderation", id, List.of(head.organisationId()));
        return new ModerationView(
                id,
                head.status(),
                head.revision(),
                head.acceptedRevision(),
                writer.list(
                        ModerationView.Assigned.class,
                        "select person_id, assigned_at from moderation_assignment where submission_id = :id order by"
                                + " assigned_at",
                        Map.of("id", id)),
                writer.list(
                        ModerationView.Decided.class,
                        "select revision, decision, note, person_id, decided_at from moderation_decision where"
                                + " submission_id = :id order by revision",
                        Map.of("id", id)),
                writer.list(ModerationView.Noted.class, NOTES, Map.of("id", id)),
                writer.list(
                        ModerationView.SecondOpinion.class,
                        "select revision, person_id, note, asked_at from second_opinion where submission_id = :id"
                                + " order by revision",
                        Map.of("id", id)),
                writer.list(ModerationView.Spread.class, SPREAD, values),
                theirs ? gaps(head) : List.of(),
                writer.list(ModerationView.Outlier.class, OUTLIERS, values),
                theirs ? difference(head) : null);
    }

    /** Scores belong to a cycle; what is for a whole project or an alliance has none. */
    private List<ModerationView.Gap> gaps(Head head) {
        return head.cycleId() == null
                ? List.of()
                : writer.list(
                        ModerationView.Gap.class,
                        GAPS,
                        Map.of("id", head.id(), "revision", head.revision(), "cycle", head.cycleId()));
    }

    private ModerationView.Difference difference(Head head) {
        return head.acceptedRevision() == null || head.acceptedRevision() == head.revision()
                ? null
                : writer.one(
                                ModerationView.Difference.class,
                                DIFFERENCE,
                                Map.of("id", head.id(), "now", head.revision(), "before", head.acceptedRevision()))
                        .orElseThrow();
    }
}
