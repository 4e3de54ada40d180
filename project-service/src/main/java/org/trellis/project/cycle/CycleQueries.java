package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;
import org.trellis.web.Parameters;

/** Questions about learning cycles. */
@ApplicationScoped
class CycleQueries implements Described {
    private static final String COLUMNS = """
            c.id, c.version, c.project_id, p.title as project_name, c.number, c.name, c.phase, c.starts_on, c.ends_on,
            c.note""";
    private static final String JOINED = " join project p on p.id = c.project_id";
    private static final String TABLES = "cycle c" + JOINED;

    private static final String REVIEW = """
            select c.went_well, c.went_badly, c.problems, c.no_challenge_reason, c.decision, c.next_focus, c.reviewed_on,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'alliance', jsonb_build_object('id', h.alliance_id, 'name', a.name), 'said', h.said,
                             'saidOn', h.said_on) order by h.position), '[]')
                    from cycle_challenge h left join alliance a on a.id = h.alliance_id
                    where h.cycle_id = c.id) as challenges
            from cycle c where c.id = :id and c.decision is not null""";
    private static final Set<Role> RUNNERS = Set.of(
            Role.ALLIANCE_LEAD,
            Role.RD_LEAD,
            Role.FACILITATOR,
            Role.ALLIANCE_TRUST,
            Role.PROJECT_LEAD,
            Role.CYCLE_LEAD,
            Role.COACH,
            Role.CRITICAL_FRIEND);

    private final Reader reader;
    private final Standing standing;
    private final BaselineGate gate;

    CycleQueries(Reader reader, Standing standing, BaselineGate gate) {
        this.reader = reader;
        this.standing = standing;
        this.gate = gate;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/cycles", this::list);
    }

    CycleView view(UUID id) {
        var row = row(id);
        var project = row.project().id();
        var state = reader.one(ProjectState.class, "select state from project where id = :id", Map.of("id", project))
                .orElseThrow(Problems::notFound);
        var roles = standing.inProject(project);
        var schools = gate.schools(id);
        var review = reader.one(CycleView.ReviewView.class, REVIEW, Map.of("id", id));
        var actions = Rule.actions(
                List.of(CycleAction.values()),
                CyclePhase.valueOf(row.phase()),
                roles,
                new CycleFacts(state, schools, review.isPresent()));
        return new CycleView(
                row,
                (int) schools.stream()
                        .filter(school -> school.deliveringSince() != null)
                        .count(),
                (int) schools.stream()
                        .filter(school -> school.deliveringSince() == null)
                        .count(),
                shown(schools, roles),
                review.orElse(null),
                actions);
    }

    /** A school's baseline is its own and the project's. */
    private List<AtTheGate> shown(List<AtTheGate> schools, Set<Role> roles) {
        if (roles.stream().anyMatch(RUNNERS::contains)) {
            return schools;
        }
        var own = reader.list(UUID.class, "select unnest(own_participation_ids())", Map.of());
        return schools.stream()
                .filter(school -> own.contains(school.participationId()))
                .toList();
    }

    CycleView.Row row(UUID id) {
        return reader.one(
                        CycleView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where c.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<CycleView.Row> list(Parameters parameters) {
        return Listing.of(CycleView.Row.class, COLUMNS, Standing.SIGHT.of("cycle", "project_id", "c") + JOINED)
                .id("c.id")
                .where("c.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where(
                        "c.phase = :phase",
                        "phase",
                        parameters.oneOf("phase", CyclePhase.class).map(Enum::name))
                .sortable("startsOn", "c.starts_on", "date")
                .keptInStep("cycle", "c", Standing.SIGHT)
                .page(reader, parameters);
    }
}
