package org.trellis.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.intake.Freshness;
import org.trellis.web.Parameters;

/** One screenful: participation flow, cycles, completeness of evidence, readiness; counted over all rows, once the caller may. */
@ApplicationScoped
public class ProgressService {
    private record ProjectRow(
            UUID id,
            long sequence,
            String title,
            UUID allianceId,
            String allianceName,
            String state,
            String design,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean invented) {}

    private record Step(UUID participationId, UUID organisationId, String status, LocalDate on) {}

    private record InStatus(UUID organisationId, String status) {}

    private record StatusCount(String status, int schools) {}

    private record CycleRow(
            UUID id,
            int number,
            String name,
            String phase,
            LocalDate startsOn,
            LocalDate endsOn,
            String decision,
            String nextFocus,
            int expected,
            int open,
            int delivering,
            int complete,
            int overdue) {}

    private final SightQueries sight;
    private final SchoolsOfProject schools;
    private final Writer writer;
    private final Freshness freshness;

    ProgressService(SightQueries sight, SchoolsOfProject schools, Writer writer, Freshness freshness) {
        this.sight = sight;
        this.schools = schools;
        this.writer = writer;
        this.freshness = freshness;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may neither see nor count it */
    ProgressView progress(UUID id, Parameters parameters) {
        var page = schools.listed(id, parameters);
        var counting = sight.counting(id);
        var project = project(id);
        Map<String, Object> counted =
                Map.of("id", id, "all", counting.whole() || counting.everySchool(), "counted", counting.counted());
        return new ProgressView(
                project.sequence(),
                new ProgressView.Project(
                        project.id(),
                        project.title(),
                        new ProgressView.Named(project.allianceId(), project.allianceName()),
                        project.state(),
                        project.design(),
                        project.startsOn(),
                        project.endsOn(),
                        project.invented()),
                new ProgressView.Flow(now(counted), overTime(counted)),
                cycles(id, counting.whole()),
                counting.whole() ? submissions(id) : null,
                counting.whole() ? schools.of(id, page) : null,
                counting.whole() ? overdueMilestones(id) : null,
                counting.whole() ? readiness(id) : null,
                freshness.newest());
    }

    /** Schools by the status of their participation, now and over time; counted over all of them. */
    public ProgressView.Flow flow(UUID project) {
        Map<String, Object> all = Map.of("id", project, "all", true, "counted", new UUID[0]);
        return new ProgressView.Flow(now(all), overTime(all));
    }

    private ProjectRow project(UUID id) {
        return writer.one(ProjectRow.class, """
                        select p.id, p.sequence, p.title, p.alliance_id, a.name as alliance_name, p.state, p.design,
                          p.starts_on, p.ends_on, coalesce(p.invented, false) as invented
                        from project p left join alliance a on a.id = p.alliance_id
                        where p.id = :id and not p.gone""", Map.of("id", id)).orElseThrow(Problems::notFound);
    }

    private Map<String, Integer> now(Map<String, Object> schools) {
        return counts(writer.list(StatusCount.class, """
                select status, count(distinct organisation_id) as schools from participation
                where project_id = :id and not gone and (:all or organisation_id = any(:counted))
                group by status""", schools));
    }

    private List<ProgressView.Day> overTime(Map<String, Object> schools) {
        var steps = writer.list(Step.class, """
                select s.participation_id, p.organisation_id, s.status, cast(s.at at time zone 'Europe/London' as date) as "on"
                from participation_step s join participation p on p.id = s.participation_id
                where p.project_id = :id and (:all or p.organisation_id = any(:counted))
                order by s.epoch, s.sequence""", schools);
        Map<LocalDate, List<Step>> byDay = new TreeMap<>();
        steps.forEach(step ->
                byDay.computeIfAbsent(step.on(), day -> new ArrayList<>()).add(step));
        var days = new ArrayList<ProgressView.Day>();
        Map<UUID, Step> standing = new HashMap<>();
        byDay.forEach((day, changes) -> {
            changes.forEach(step -> {
                if (step.status() == null) {
                    standing.remove(step.participationId());
                } else {
                    standing.put(step.participationId(), step);
                }
            });
            Map<String, Integer> statuses = new TreeMap<>();
            standing.values().stream()
                    .map(step -> new InStatus(step.organisationId(), step.status()))
                    .distinct()
                    .forEach(school -> statuses.merge(school.status(), 1, Integer::sum));
            days.add(new ProgressView.Day(day, statuses));
        });
        return days;
    }

    private List<ProgressView.Cycle> cycles(UUID id, boolean gates) {
        return writer
                .list(CycleRow.class, """
                        with t as (
                          select distinct organisation_id from participation where project_id = :id and not gone and %s)
                        select c.id, coalesce(c.number, 0) as number, c.name, c.phase, c.starts_on, c.ends_on,
                          c.decision, c.next_focus, jsonb_array_length(coalesce(c.schools, '[]')) as delivering,
                          count(t) as expected, count(*) filter (where t is not null and %s) as open,
                          count(*) filter (where k.complete) as complete, count(*) filter (where k.overdue) as overdue
                        from cycle c left join t on true left join completeness k on k.project_id = c.project_id
                          and k.cycle_id = c.id and k.organisation_id = t.organisation_id and not k.gone
                        where c.project_id = :id and not c.gone group by c.id, c.number, c.name, c.phase, c.starts_on, c.ends_on, c.decision,
                          c.next_focus, c.schools order by c.number, c.id""".formatted(Standings.TAKES_PART, Standings.ready("c.id")), Map.of("id", id))
                .stream()
                .map(c -> new ProgressView.Cycle(
                        c.id(),
                        c.number(),
                        c.name(),
                        c.phase(),
                        c.startsOn(),
                        c.endsOn(),
                        c.decision(),
                        c.nextFocus(),
                        gates
                                ? new ProgressView.Gate(
                                        c.open(), c.expected() - c.open(), c.delivering(), c.complete(), c.overdue())
                                : null))
                .toList();
    }

    private List<ProgressView.Milestone> overdueMilestones(UUID id) {
        return writer.list(ProgressView.Milestone.class, """
                select id, name, due, cycle_id, participation_id from milestone
                where project_id = :id and not gone and overdue(state, due) order by due, id limit 200""", Map.of("id", id));
    }

    /** Null until project-service has told of it. */
    private ProgressView.Readiness readiness(UUID id) {
        return writer.one(ProgressView.Readiness.class, """
                        select checked_on as since, (
                          select jsonb_object_agg(a ->> 'message', a ->> 'answer') from jsonb_array_elements(answers) a) as answers
                        from readiness where project_id = :id and not gone""", Map.of("id", id)).orElse(null);
    }

    private ProgressView.Submissions submissions(UUID id) {
        var byStatus = counts(writer.list(StatusCount.class, """
                select status, count(*) as schools from submission
                where project_id = :id and type = 'SCORES' and not gone
                group by status""", Map.of("id", id)));
        var byCycle = writer.list(ProgressView.Completeness.class, """
                with taking_part as (
                  select distinct organisation_id from participation
                  where project_id = :id and not gone and status in ('COMMITTED', 'ACTIVE', 'COMPLETED'))
                select c.id as cycle_id,
                  (select count(*) from taking_part t where exists (
                    select from submission s where s.project_id = :id and s.cycle_id = c.id and s.type = 'SCORES'
                      and s.organisation_id = t.organisation_id and not s.gone and (s.status = 'ACCEPTED'
                        or s.accepted_revision is not null and s.status <> 'WITHDRAWN'))) as accepted,
                  (select count(*) from taking_part) as expected
                from cycle c where c.project_id = :id and not c.gone order by c.number, c.id""", Map.of("id", id));
        return new ProgressView.Submissions(byStatus, byCycle);
    }

    private static Map<String, Integer> counts(List<StatusCount> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.stream().filter(row -> row.status() != null).forEach(row -> counts.put(row.status(), row.schools()));
        return counts;
    }
}
