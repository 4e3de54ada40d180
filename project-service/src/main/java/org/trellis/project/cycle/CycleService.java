package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.project.Projects;

/** Commands on learning cycles. */
@ApplicationScoped
class CycleService {
    private static final Set<Role> PLANNERS = Set.of(Role.PROJECT_LEAD, Role.ALLIANCE_LEAD, Role.RD_LEAD);

    private final Cycles cycles;
    private final CycleQueries queries;
    private final Projects projects;
    private final Standing standing;
    private final Changes changes;

    CycleService(Cycles cycles, CycleQueries queries, Projects projects, Standing standing, Changes changes) {
        this.cycles = cycles;
        this.queries = queries;
        this.projects = projects;
        this.standing = standing;
        this.changes = changes;
    }

    @Transactional
    UUID start(NewCycle body) {
        var roles = standing.inProject(body.projectId());
        var project = projects.steady(body.projectId());
        Standing.require(roles, PLANNERS, "The project's lead and its alliance's leads plan cycles");
        project.requireNotOver();
        var cycle = new Cycle(Ids.next(), body);
        cycles.persist(cycle);
        changes.record(cycle, cycle.started());
        return cycle.id();
    }

    @Transactional
    UUID move(UUID id, NewCycleTransition body) {
        var seen = queries.row(id);
        var roles = standing.inProject(seen.project().id());
        var project = projects.steady(seen.project().id());
        var cycle = cycles.toMove(id);
        changes.record(cycle, cycle.move(body, roles, project.state()));
        return id;
    }
}
