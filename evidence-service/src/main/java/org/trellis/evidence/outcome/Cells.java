package org.trellis.evidence.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;

/** The cells as they were last sent; brings them up to the scores that count, in the running transaction. */
@ApplicationScoped
public class Cells {
    /** @param own whether the submission itself has scores of it, and not only people who moved */
    private record Touched(UUID cohortId, boolean own) {}

    private record Stored(UUID id, long sequence, String state) {}

    private static final String WRITE = """
        insert into cell (id, sequence, cycle_id, measure_id, cohort_id, state)
        values (:id, :sequence, :cycle, :measure, :cohort, cast(:state as jsonb))
        on conflict (id) do update set sequence = excluded.sequence, state = excluded.state\
        """;

    private final Writer writer;
    private final Changes changes;
    private final ObjectMapper json;

    Cells(Writer writer, Changes changes, ObjectMapper json) {
        this.writer = writer;
        this.changes = changes;
        this.json = json;
    }

    /**
     * Lets one transaction at a time change what counts on these measures in a cycle; to be called before the scores
     * are read, so that whoever comes second sees what the first one left.
     *
     * @param measures in the order of their ids, so that two transactions never wait for each other
     */
    public void lock(UUID cycle, List<UUID> measures) {
        measures.forEach(measure -> writer.one(
                Boolean.class,
                "select true from pg_advisory_xact_lock(hashtextextended(:name, 0))",
                Map.of("name", "cells " + cycle + " " + measure)));
    }

    /**
     * Computes the cells anew that a submission touches, after it began or ceased to count.
     *
     * @param revisions the accepted revisions of it that count now, or counted until now
     */
    public void follow(UUID submission, Collection<Integer> revisions, UUID cycle, List<UUID> measures, Cause cause) {
        for (var measure : measures) {
            var cohorts = writer.list(
                    Touched.class,
                    """
                    with touched as (
                      select distinct reference, cohort_id from accepted_score
                      where submission_id = :submission and revision = any(:revisions) and measure_id = :measure)
                    select cohort_id, bool_or(own) as own from (
                      select cohort_id, true as own from touched
                      union all
                      select cohort_id, true from accepted_count
                      where submission_id = :submission and revision = any(:revisions) and measure_id = :measure
                      union all
                      select f.cohort_id, false from score_in_force f join touched using (reference)
                      where f.cycle_id = :cycle and f.measure_id = :measure) all_of_them
                    group by cohort_id\
                    """,
                    Map.of(
                            "submission",
                            submission,
                            "revisions",
                            revisions.toArray(Integer[]::new),
                            "cycle",
                            cycle,
                            "measure",
                            measure));
            recompute(cycle, measure, cohorts(cohorts, true), cause);
            recompute(cycle, measure, cohorts(cohorts, false), Cause.TRANSFERRED);
        }
    }

    private static Set<UUID> cohorts(List<Touched> touched, boolean own) {
        return touched.stream()
                .filter(t -> t.own() == own)
                .map(Touched::cohortId)
                .collect(Collectors.toSet());
    }

    /** Computes all cells of a cycle and measure anew. */
    public void recompute(UUID cycle, UUID measure, Cause cause) {
        var cohorts = writer.list(UUID.class, """
            select cohort_id from score_in_force where cycle_id = :cycle and measure_id = :measure
            union
            select cohort_id from count_in_force where cycle_id = :cycle and measure_id = :measure
            union
            select cohort_id from cell where cycle_id = :cycle and measure_id = :measure\
            """, Map.of("cycle", cycle, "measure", measure));
        recompute(cycle, measure, new HashSet<>(cohorts), cause);
    }

    private void recompute(UUID cycle, UUID measure, Set<UUID> cohorts, Cause cause) {
        if (cohorts.isEmpty()) {
            return;
        }
        var wanted = Map.of("cycle", cycle, "measure", measure, "cohorts", cohorts.toArray(UUID[]::new));
        var computed = Outcomes.of(plan(cycle, measure), scores(wanted), tallies(wanted), cohorts, cause);
        var stored = writer.list(Stored.class, """
            select id, sequence, state::text from cell
            where cycle_id = :cycle and measure_id = :measure and cohort_id = any(:cohorts)\
            """, wanted);
        save(computed, stored);
    }

    Plan plan(UUID cycle, UUID measure) {
        return writer.one(Plan.class, """
            select c.project_id, c.id as cycle_id, m.id as measure_id, m.higher_is_better, m.minimum,
                   m.maximum, m.threshold, m.age_in_months,
                   m.about in ('TEACHER', 'TRAINEE', 'MENTOR', 'LEADER') as about_staff,
                   array(select jsonb_array_elements_text(planned -> 'points')
                         from project p, jsonb_array_elements(p.success_measures) planned
                         where p.id = c.project_id and planned ->> 'measureId' = m.id::text) as points
            from cycle c, measure m where c.id = :cycle and m.id = :measure\
            """, Map.of("cycle", cycle, "measure", measure))
                .orElseThrow();
    }

    private List<Scored> scores(Map<String, ?> wanted) {
        return writer.list(Scored.class, """
            select reference, cohort_id, organisation_id, point, value, taken_on, subgroups, submission_id, revision
            from score_in_force
            where cycle_id = :cycle and measure_id = :measure and reference in (
              select reference from score_in_force
              where cycle_id = :cycle and measure_id = :measure and cohort_id = any(:cohorts))\
            """, wanted);
    }

    private List<Tallied> tallies(Map<String, ?> wanted) {
        return writer.list(Tallied.class, """
            select cohort_id, organisation_id, point, value, people, submission_id, revision from count_in_force
            where cycle_id = :cycle and measure_id = :measure and cohort_id = any(:cohorts)
            order by cohort_id, point, value\
            """, wanted);
    }

    private void save(Map<UUID, Cell> computed, List<Stored> stored) {
        Map<UUID, Stored> before = new HashMap<>();
        stored.forEach(cell -> before.put(cell.id(), cell));
        var told = new ArrayList<Change>();
        writer.with(handle -> {
            var batch = handle.prepareBatch(WRITE);
            computed.values().forEach(cell -> {
                var was = before.remove(cell.id());
                if (was == null || was.state() == null || !cell.saysTheSameAs(read(was.state()))) {
                    long sequence = was == null ? 0 : was.sequence() + 1;
                    batch.bind("id", cell.id())
                            .bind("sequence", sequence)
                            .bind("cycle", cell.cycleId())
                            .bind("measure", cell.measureId())
                            .bind("cohort", cell.cohortId())
                            .bind("state", written(cell))
                            .add();
                    told.add(new Change(cell.id(), sequence, new CellEvent.Computed(cell)));
                }
            });
            return batch.execute();
        });
        var emptied =
                before.values().stream().filter(was -> was.state() != null).toList();
        writer.run(
                "update cell set state = null, sequence = sequence + 1 where id = any(:ids)",
                Map.of("ids", emptied.stream().map(Stored::id).toArray(UUID[]::new)));
        emptied.forEach(was -> told.add(new Change(was.id(), was.sequence() + 1, new CellEvent.Emptied(null))));
        changes.record(told);
    }

    private String written(Cell cell) {
        try {
            return json.writeValueAsString(cell);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cell cannot be written as JSON", e);
        }
    }

    private Cell read(String state) {
        try {
            return json.readValue(state, Cell.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cell that PostgreSQL holds as JSON cannot be read", e);
        }
    }
}
