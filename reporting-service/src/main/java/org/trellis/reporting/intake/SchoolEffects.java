package org.trellis.reporting.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.inbox.Received;

/**
 * Keeps the effects of schools in step with what they are made from: cells, and what cohorts (arm), measures
 * (direction) and projects (design, estimator) say of them, whichever comes first. What says nothing else of them than
 * before touches none.
 */
@ApplicationScoped
class SchoolEffects {
    /** What effects are made from beside cells, with where its id stands in a cell, and what of it they are made from. */
    private record Matter(String column, String state) {}

    private static final Map<String, Matter> MATTER = Map.of(
            "cohort", new Matter("cohort_id", "arm, prior_year, gone"),
            "measure", new Matter("measure_id", "higher_is_better"),
            "project",
                    new Matter(
                            "project_id",
                            "design, case when plan ->> 'frozenOn' is not null then plan ->> 'estimator' end"));

    /** Held from before a change until after it, so that nobody else's comes in between. */
    private static final String STATES =
            "select id, cast(row(%s) as text) as state from %s where id = any(:ids) order by id" + " for no key update";

    private record State(UUID id, String state) {}

    private static final String ONE_AT_A_TIME =
            "select count(*) from pg_advisory_xact_lock(cast(cast(cast('school_effect' as regclass) as oid) as bigint))";

    /** Each kind by an index of its own: no index serves conditions that are joined by or, and there are millions of cells. */
    private static final String TOUCHED = """
            select distinct project_id, cycle_id, measure_id, "from", "to", subgroup, organisation_id from cell
            where not gone and %s = any(:ids)""";

    private static final String KEYS = """
            with key as (select * from jsonb_to_recordset(cast(:keys as jsonb)) as k("projectId" uuid, "cycleId" uuid,
              "measureId" uuid, "from" text, "to" text, subgroup text, "organisationId" uuid))
            """;

    private static final String SAME_KEY = """
            x.project_id = key."projectId" and x.cycle_id = key."cycleId" and x.measure_id = key."measureId"
              and x."from" = key."from" and x."to" = key."to" and x.subgroup = key.subgroup
              and x.organisation_id = key."organisationId"
            """;

    private static final String CELLS = KEYS + """
            select x.project_id, x.cycle_id, x.measure_id, x."from", x."to", x.subgroup, x.organisation_id, x.n,
              x.earlier_only, x.later_only, nullif(x.moments, 'null') as moments,
              nullif(x.threshold, 'null') as threshold, nullif(x.categories, 'null') as categories,
              nullif(x.unpaired, 'null') as unpaired, x.submissions, cohort.arm,
              coalesce(cohort.prior_year, false) as prior_year, measure.higher_is_better, project.design,
              case when project.plan ->> 'frozenOn' is not null then project.plan ->> 'estimator' end as estimator
            from key join cell x on %s
            join cohort on cohort.id = x.cohort_id and not cohort.gone
            left join measure on measure.id = x.measure_id
            left join project on project.id = x.project_id
            where not x.gone
            order by x.project_id, x.cycle_id, x.measure_id, x."from", x."to", x.subgroup, x.organisation_id, x.id""".formatted(SAME_KEY);

    private static final String DELETE = KEYS + "delete from school_effect x using key where " + SAME_KEY;

    private static final String INSERT = """
            insert into school_effect
            select * from jsonb_populate_recordset(cast(null as school_effect), cast(:rows as jsonb))""";

    private final Writer writer;
    private final ObjectMapper json;

    SchoolEffects(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /**
     * Makes a change to copies and, in the same transaction, anew the effects that it touches. One transaction at a
     * time computes, after its change and before it looks: two that each held one half would otherwise both miss the
     * other's.
     */
    void around(Collection<Received> events, Runnable change) {
        var cells = subjects("cell", events);
        Map<String, Set<State>> before = new HashMap<>();
        MATTER.keySet().forEach(kind -> before.put(kind, states(kind, events)));
        Set<Key> touched = new LinkedHashSet<>(touchedBy("id", cells));
        change.run();
        Map<String, UUID[]> changed = new HashMap<>();
        MATTER.keySet().forEach(kind -> changed.put(kind, others(before.get(kind), states(kind, events))));
        if (cells.length == 0 && changed.values().stream().allMatch(ids -> ids.length == 0)) {
            return;
        }
        writer.list(Long.class, ONE_AT_A_TIME, Map.of());
        touched.addAll(touchedBy("id", cells));
        changed.forEach((kind, ids) -> touched.addAll(touchedBy(MATTER.get(kind).column(), ids)));
        if (!touched.isEmpty()) {
            recompute(written(touched));
        }
    }

    private static UUID[] subjects(String kind, Collection<Received> events) {
        return events.stream()
                .filter(e -> e.aggregate().equals(kind))
                .map(Received::subject)
                .distinct()
                .toArray(UUID[]::new);
    }

    private Set<State> states(String kind, Collection<Received> events) {
        var ids = subjects(kind, events);
        return ids.length == 0
                ? Set.of()
                : Set.copyOf(writer.list(
                        State.class, STATES.formatted(MATTER.get(kind).state(), kind), Map.of("ids", ids)));
    }

    /** Which are not as they were. */
    private static UUID[] others(Set<State> before, Set<State> after) {
        return after.stream()
                .filter(state -> !before.contains(state))
                .map(State::id)
                .toArray(UUID[]::new);
    }

    private List<Key> touchedBy(String column, UUID[] ids) {
        return ids.length == 0 ? List.of() : writer.list(Key.class, TOUCHED.formatted(column), Map.of("ids", ids));
    }

    private void recompute(String keys) {
        Map<Key, List<CellRow>> schools = new LinkedHashMap<>();
        writer.list(CellRow.class, CELLS, Map.of("keys", keys))
                .forEach(cell -> schools.computeIfAbsent(cell.key(), k -> new ArrayList<>())
                        .add(cell));
        var rows = json.createArrayNode();
        schools.values().forEach(cells -> rows.add(row(SchoolEffect.of(cells, json))));
        writer.run(DELETE, Map.of("keys", keys));
        writer.run(INSERT, Map.of("rows", rows.toString()));
    }

    private JsonNode row(SchoolEffect school) {
        var key = school.key();
        var row = json.createObjectNode()
                .put("project_id", key.projectId().toString())
                .put("cycle_id", key.cycleId().toString())
                .put("measure_id", key.measureId().toString())
                .put("from", key.from())
                .put("to", key.to())
                .put("subgroup", key.subgroup())
                .put("organisation_id", key.organisationId().toString())
                .put("reason", school.reason());
        row.set("intervention", json.valueToTree(school.intervention()));
        row.set("comparison", json.valueToTree(school.comparison()));
        row.set("submissions", json.valueToTree(school.submissions()));
        if (school.effect() != null) {
            row.put("estimator", school.effect().estimator().name())
                    .put("g", school.effect().g())
                    .put("variance", school.effect().variance())
                    .put("j", school.effect().j());
        }
        return row;
    }

    private String written(Object value) {
        return json.valueToTree(value).toString();
    }
}
