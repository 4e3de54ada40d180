package org.trellis.evidence.completeness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.evidence.completeness.CompletenessEvent.State;
import org.trellis.evidence.outcome.NameBased;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;

/**
 * How much of what schools are to hand in is there. It is worked out anew from the plan and the scores, in the
 * transaction that changes either, and told where it differs from what was told last.
 */
@ApplicationScoped
public class Completeness {
    /** A school in a project. */
    public record School(UUID projectId, UUID organisationId) {}

    private record Told(UUID id, long sequence, UUID projectId, UUID cycleId, UUID organisationId, String state) {}

    private record Keep(long sequence, State state) {}

    private static final String COUNT = """
        with wanted as (
          select * from unnest(cast(:projects as uuid[]), cast(:organisations as uuid[])) w(project_id, organisation_id)),
        planned as (
          select w.project_id, w.organisation_id, c.id as cycle_id, co.id as cohort_id, m.id as measure_id, point,
                 co.size as expected, true as planned,
                 (select count(*) from jsonb_array_elements(p.success_measures) b
                  where jsonb_exists(b -> 'points', 'BASELINE')) as baselines,
                 (select min(due_day) from jsonb_array_elements(
                      case jsonb_typeof(s -> 'schedule') when 'array' then s -> 'schedule' else '[]' end) d,
                    cast(d ->> 'due' as date) as due_day
                  where d ->> 'point' = point and c.id = cycle_of_day(p.id, due_day)) as due
          from wanted w
          join project p on p.id = w.project_id and not p.gone
          join cycle c on c.project_id = p.id and not c.gone
          join cohort co on co.project_id = p.id and co.organisation_id = w.organisation_id and not co.gone
          cross join jsonb_array_elements(p.success_measures) s
          join measure m on m.id = cast(s ->> 'measureId' as uuid) and m.about = co.about
          cross join jsonb_array_elements_text(s -> 'points') point
          where exists (select from participation t
                        where t.project_id = w.project_id and t.organisation_id = w.organisation_id and not t.gone
                          and t.status in ('COMMITTED', 'ACTIVE', 'COMPLETED'))),
        scored as (
          select s.project_id, s.organisation_id, s.cycle_id, a.cohort_id, a.measure_id, a.point, a.reference,
                 true as counts
          from wanted w join submission s using (project_id, organisation_id)
          join accepted_score a on a.submission_id = s.id and a.revision = s.accepted_revision
          union all
          select s.project_id, s.organisation_id, s.cycle_id, d.cohort_id, d.measure_id, d.point, d.reference, false
          from wanted w join submission s using (project_id, organisation_id)
          join draft_score d on d.submission_id = s.id
          where s.status = 'SUBMITTED'),
        answered as (
          select s.project_id, s.organisation_id, s.cycle_id, a.cohort_id, a.measure_id, a.point, a.people, true as counts
          from wanted w join submission s using (project_id, organisation_id)
          join accepted_count a on a.submission_id = s.id and a.revision = s.accepted_revision
          union all
          select s.project_id, s.organisation_id, s.cycle_id, d.cohort_id, d.measure_id, d.point, d.people, false
          from wanted w join submission s using (project_id, organisation_id)
          join draft_count d on d.submission_id = s.id
          where s.status = 'SUBMITTED'),
        -- what was handed in without references replaces what counts of it, or comes first
        counted as (
          select project_id, organisation_id, cycle_id, cohort_id, measure_id, point, sum(received) as received,
                 sum(accepted) as accepted
          from (
            select project_id, organisation_id, cycle_id, cohort_id, measure_id, point,
                   count(distinct reference) as received, count(distinct reference) filter (where counts) as accepted
            from scored group by 1, 2, 3, 4, 5, 6
            union all
            select project_id, organisation_id, cycle_id, cohort_id, measure_id, point,
                   greatest(sum(people) filter (where counts), sum(people) filter (where not counts)),
                   coalesce(sum(people) filter (where counts), 0)
            from answered group by 1, 2, 3, 4, 5, 6) both_kinds
          group by 1, 2, 3, 4, 5, 6)
        select project_id, organisation_id, cycle_id, cohort_id, measure_id, point, coalesce(planned, false) as planned,
               coalesce(baselines, 0) as baselines, due, expected, coalesce(received, 0) as received,
               coalesce(accepted, 0) as accepted
        from planned full join counted using (project_id, organisation_id, cycle_id, cohort_id, measure_id, point)
        order by project_id, cycle_id, organisation_id, cohort_id, measure_id, point\
        """;

    private static final String KEEP = """
        insert into completeness (id, sequence, project_id, cycle_id, organisation_id, state)
        select cast(state ->> 'id' as uuid), sequence, cast(state ->> 'projectId' as uuid),
               cast(state ->> 'cycleId' as uuid), cast(state ->> 'organisationId' as uuid), state
        from jsonb_to_recordset(cast(:kept as jsonb)) as k(sequence bigint, state jsonb)
        on conflict (id) do update set sequence = excluded.sequence, state = excluded.state\
        """;

    private static final String KEEP_ITEMS = """
        with said as (
          select c.id as completeness_id, c.project_id, c.cycle_id, c.organisation_id, i.*
          from completeness c cross join jsonb_to_recordset(c.state -> 'items') as i(
            "cohortId" uuid, "measureId" uuid, point text, due date, expected int, received int, accepted int,
            missing int, "overdueSchoolDays" int)
          where c.id = any(:ids)),
        gone as (
          delete from completeness_item i where completeness_id = any(:ids) and not exists (
            select from said s where s.completeness_id = i.completeness_id and s."cohortId" = i.cohort_id
              and s."measureId" = i.measure_id and s.point = i.point))
        insert into completeness_item as i (completeness_id, project_id, cycle_id, organisation_id, cohort_id, measure_id,
          point, due, expected, received, accepted, missing, overdue_school_days)
        select * from said
        on conflict on constraint one_item_a_point do update
          set due = excluded.due, expected = excluded.expected, received = excluded.received,
              accepted = excluded.accepted, missing = excluded.missing,
              overdue_school_days = excluded.overdue_school_days
          where (i.due, i.expected, i.received, i.accepted, i.missing, i.overdue_school_days) is distinct from
                (excluded.due, excluded.expected, excluded.received, excluded.accepted, excluded.missing,
                 excluded.overdue_school_days)\
        """;

    private static final UUID NAMES = NameBased.domain("trellis.evidence.completeness");

    private final Writer writer;
    private final Changes changes;
    private final Overdue overdue;
    private final ObjectMapper json;

    Completeness(Writer writer, Changes changes, Overdue overdue, ObjectMapper json) {
        this.writer = writer;
        this.changes = changes;
        this.overdue = overdue;
        this.json = json;
    }

    /**
     * Follows a change of the plan or of what these schools have handed in; the last thing that a transaction does, so
     * that who waits here for another holds nothing that the other still wants.
     */
    public void follow(Collection<School> schools) {
        if (schools.isEmpty()) {
            return;
        }
        schools.stream().map(School::projectId).distinct().sorted().forEach(this::lock);
        var values = Map.of(
                "projects", schools.stream().map(School::projectId).toArray(UUID[]::new),
                "organisations", schools.stream().map(School::organisationId).toArray(UUID[]::new));
        Map<UUID, Told> told = new LinkedHashMap<>();
        writer.list(Told.class, """
            select c.id, c.sequence, c.project_id, c.cycle_id, c.organisation_id, c.state::text from completeness c
            join unnest(cast(:projects as uuid[]), cast(:organisations as uuid[])) w(project_id, organisation_id)
              using (project_id, organisation_id)
            order by c.id\
            """, values).forEach(t -> told.put(t.id(), t));
        var counted = writer.list(Counted.class, COUNT, values).stream()
                .collect(Collectors.groupingBy(Completeness::id, LinkedHashMap::new, Collectors.toList()));
        var late = overdue.today();
        var now = new ArrayList<Keep>();
        var events = new ArrayList<Change>();
        counted.forEach((id, those) -> tell(told.remove(id), Counted.state(id, those, late), now, events));
        told.values().forEach(nothingLeft -> tell(nothingLeft, empty(nothingLeft), now, events));
        keep(now);
        changes.record(events);
    }

    /** The same for one school. */
    public void follow(UUID project, UUID organisation) {
        follow(List.of(new School(project, organisation)));
    }

    /** One transaction at a time for a project, so that whoever comes second counts what the first one left. */
    private void lock(UUID project) {
        writer.one(
                Boolean.class,
                "select true from pg_advisory_xact_lock(hashtextextended(:name, 0))",
                Map.of("name", "completeness " + project));
    }

    private void tell(Told was, State state, List<Keep> now, List<Change> events) {
        var before = was == null ? null : read(was.state());
        if (state.equals(before)) {
            return;
        }
        long sequence = was == null ? 0 : was.sequence() + 1;
        boolean from = before != null && before.baselineAccepted();
        now.add(new Keep(sequence, state));
        events.add(new Change(
                state.id(),
                sequence,
                state.baselineAccepted() && !from
                        ? new CompletenessEvent.BaselineAccepted(state)
                        : new CompletenessEvent.Changed(state)));
    }

    private void keep(List<Keep> now) {
        if (!now.isEmpty()) {
            writer.run(KEEP, Map.of("kept", written(now)));
            writer.run(
                    KEEP_ITEMS,
                    Map.of("ids", now.stream().map(k -> k.state().id()).toArray(UUID[]::new)));
        }
    }

    private static State empty(Told told) {
        return new State(
                told.id(), told.projectId(), told.cycleId(), told.organisationId(), false, List.of(), List.of());
    }

    private static UUID id(Counted c) {
        return NameBased.of(NAMES, c.projectId() + "/" + c.cycleId() + "/" + c.organisationId());
    }

    private String written(List<Keep> now) {
        try {
            return json.writeValueAsString(now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is there cannot be written as JSON", e);
        }
    }

    private State read(String state) {
        try {
            return json.readValue(state, State.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what PostgreSQL holds as JSON cannot be read", e);
        }
    }
}
