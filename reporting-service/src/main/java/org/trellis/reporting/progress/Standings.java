package org.trellis.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;

/** How projects and schools stand, computed over all rows, once the caller may. */
@ApplicationScoped
class Standings {
    /** Whose participations count: all schools, or these. */
    record Schools(boolean all, UUID[] only) {
        static final Schools ALL = new Schools(true, new UUID[0]);

        static Schools of(Collection<UUID> ids) {
            return new Schools(false, ids.toArray(UUID[]::new));
        }
    }

    static final String TAKES_PART = "status in ('COMMITTED', 'ACTIVE', 'COMPLETED')";

    /**
     * Whether a school (t) may deliver in a cycle: its baseline is accepted (k), or it delivers, as it also does where its
     * baseline was waived.
     */
    static String ready(String cycle) {
        return """
                (coalesce(k.baseline_accepted, false) or exists (
                  select from cycle y where y.id = %s
                    and y.schools @> jsonb_build_array(jsonb_build_object('organisationId', t.organisation_id))))""".formatted(cycle);
    }

    /** The cycle under way of each project: the first that is not closed, or else the last. */
    static final String CYCLE = """
            left join lateral (
              select id as cycle_id, number as cycle_number, name as cycle_name, phase as cycle_phase from cycle
              where project_id = p.id and not gone
              order by phase is not distinct from 'CLOSED', case when phase = 'CLOSED' then -number else number end, id
              limit 1) c on true
            """;

    private static final String STANDINGS = """
            select p.id, p.title, p.state, p.focus_area, p.starts_on, p.ends_on, p.alliance_id, a.name as alliance_name,
              (select coalesce(jsonb_object_agg(status, n), '{}') from (
                 select status, count(distinct organisation_id) as n from participation x
                 where x.project_id = p.id and not x.gone and status is not null and (:all or x.organisation_id = any(:only))
                 group by status) s) as schools,
              c.*, e.*,
              (select count(*) from milestone m left join participation x on x.id = m.participation_id
               where m.project_id = p.id and not m.gone and overdue(m.state, m.due)
                 and (:all or m.participation_id is null or x.organisation_id = any(:only))) as milestones_overdue,
              (select coalesce(jsonb_object_agg(answer, n), '{}') from (
                 select a ->> 'answer' as answer, count(*) as n from readiness r, jsonb_array_elements(r.answers) a
                 where r.project_id = p.id and not r.gone group by 1) s) as readiness
            from project p left join alliance a on a.id = p.alliance_id
            """ + CYCLE + """
            left join lateral (
              select count(*) as evidence_expected, count(*) filter (where %2$s) as evidence_baseline_accepted,
                count(*) filter (where k.complete) as evidence_complete, count(*) filter (where k.overdue) as evidence_overdue
              from (select distinct organisation_id from participation x
                    where x.project_id = p.id and not x.gone and x.%1$s and (:all or x.organisation_id = any(:only))) t
              left join completeness k on k.project_id = p.id and k.cycle_id = c.cycle_id
                and k.organisation_id = t.organisation_id and not k.gone) e on true
            where p.id = any(:ids)""".formatted(TAKES_PART, ready("c.cycle_id"));

    private static final String TOTALS = """
                        with p as materialized (
                          select p.id, p.state, c.cycle_id from project p
                        """ + CYCLE + """
                          where p.id = any(:ids) and not p.gone),
                        x as (
                          select project_id, organisation_id, status from participation
                          where project_id = any(:ids) and not gone and (:all or organisation_id = any(:only))),
                        t as (
                          select distinct p.id, x.organisation_id, p.cycle_id from p join x on x.project_id = p.id and x.%1$s
                          where p.state in ('APPROVED', 'ACTIVE', 'REPORTING')),
                        k as (
                          select t.organisation_id, %2$s as ready, coalesce(k.overdue, false) as late
                          from t left join completeness k on k.project_id = t.id and k.cycle_id = t.cycle_id
                            and k.organisation_id = t.organisation_id and not k.gone)
                        select (select coalesce(jsonb_object_agg(state, n), '{}') from (
                            select state, count(*) as n from p where state is not null group by state) s) as projects,
                          (select coalesce(jsonb_object_agg(status, n), '{}') from (
                            select status, count(distinct organisation_id) as n from x where status is not null
                            group by status) s) as schools,
                          (select count(distinct organisation_id) from t) as schools_taking_part,
                          (select count(distinct organisation_id) from k where not ready) as schools_without_baseline,
                          (select count(distinct organisation_id) from k where late) as schools_overdue,
                          (select count(*) from milestone m left join participation x on x.id = m.participation_id
                           where m.project_id = any(:ids) and not m.gone and overdue(m.state, m.due)
                             and (:all or m.participation_id is null or x.organisation_id = any(:only))) as milestones_overdue,
                          (select coalesce(jsonb_object_agg(message, answers), '{}') from (
                             select message, jsonb_object_agg(answer, n) as answers from (
                               select a ->> 'message' as message, a ->> 'answer' as answer, count(*) as n
                               from readiness r join p on p.id = r.project_id, jsonb_array_elements(r.answers) a
                               where not r.gone and p.state not in ('CLOSED', 'WITHDRAWN') group by 1, 2) s
                             group by message) m) as readiness""".formatted(TAKES_PART, ready("t.cycle_id"));

    private static final String SCHOOLS = """
                with p as materialized (
                  select p.id, c.cycle_id from project p
                """ + CYCLE + """
                  where p.id = any(:ids) and not p.gone),
                t as (
                  select distinct p.id, x.organisation_id, p.cycle_id, x.%1$s as takes_part from p
                  join participation x on x.project_id = p.id and not x.gone and x.organisation_id = any(:only)),
                k as (
                  select t.organisation_id, count(*) filter (where takes_part) as projects,
                    count(*) filter (where takes_part and not %2$s) as without_baseline,
                    count(*) filter (where takes_part and coalesce(k.overdue, false)) as overdue
                  from t left join completeness k on k.project_id = t.id and k.cycle_id = t.cycle_id
                    and k.organisation_id = t.organisation_id and not k.gone
                  group by t.organisation_id)
                select o.id as organisation_id, o.name as organisation_name, coalesce(k.projects, 0) as projects,
                  coalesce(k.without_baseline, 0) as without_baseline, coalesce(k.overdue, 0) as overdue
                from organisation o left join k on k.organisation_id = o.id
                where o.id = any(:only) order by o.name, o.id""".formatted(TAKES_PART, ready("t.cycle_id"));

    private final Writer writer;

    Standings(Writer writer) {
        this.writer = writer;
    }

    Map<UUID, Standing> of(Collection<UUID> projects, Schools schools) {
        return writer
                .list(
                        Standing.class,
                        STANDINGS,
                        Map.of("ids", projects.toArray(UUID[]::new), "all", schools.all(), "only", schools.only()))
                .stream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
    }

    /** Totals over projects, each school counted once; over the schools that are asked about. */
    GroupProgress.Totals totals(Collection<UUID> projects, Schools schools) {
        return writer.one(
                        GroupProgress.Totals.class,
                        TOTALS,
                        Map.of("ids", projects.toArray(UUID[]::new), "all", schools.all(), "only", schools.only()))
                .orElseThrow();
    }

    /** Each school's part in these projects, for who answers for them all. */
    List<GroupProgress.School> schools(Collection<UUID> projects, Collection<UUID> schools) {
        return writer.list(
                GroupProgress.School.class,
                SCHOOLS,
                Map.of("ids", projects.toArray(UUID[]::new), "only", schools.toArray(UUID[]::new)));
    }
}
