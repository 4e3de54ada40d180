package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.Projects;

/** Commands on learning cycles. */
@ApplicationScoped
class CycleService {
    private final Cycles cycles;
    private final CycleQueries queries;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final BaselineGate gate;
    private final Delivering delivering;
    private final Changes changes;

    CycleService(
            Cycles cycles,
            CycleQueries queries,
            Projects projects,
            Standing standing,
            Directory directory,
            BaselineGate gate,
            Delivering delivering,
            Changes changes) {
        this.cycles = cycles;
        this.queries = queries;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.gate = gate;
        this.delivering = delivering;
        this.changes = changes;
    }

    @Transactional
    UUID start(NewCycle body) {
        var roles = standing.inProject(body.projectId());
        var project = projects.steady(body.projectId());
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads plan cycles");
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
        // Held for a change, since the first delivery freezes its plan.
        var project = projects.toMove(seen.project().id());
        var cycle = cycles.toMove(id);
        changes.record(
                cycle, cycle.move(body, roles, new CycleFacts(project.state(), gate.schools(id), cycle.reviewed())));
        if (cycle.delivers()) {
            delivering.first(project);
        }
        return id;
    }

    @Transactional
    UUID waive(UUID id, NewWaiver body) {
        var seen = queries.row(id);
        var roles = standing.inProject(seen.project().id());
        var project = projects.toMove(seen.project().id());
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads waive a baseline");
        project.requireNotOver();
        if (gate.schools(id).stream().noneMatch(s -> s.participationId().equals(body.participationId()))) {
            throw Problems.conflict(
                    "takes-no-part",
                    "The school does not take part in this project now",
                    List.of("a school that has committed or is active"));
        }
        if (body.measureId() != null) {
            project.requireJudgedBy(body.measureId());
        }
        var cycle = cycles.toMove(id);
        changes.record(cycle, cycle.waive(body));
        delivering.late(id);
        return id;
    }

    @Transactional
    UUID review(UUID id, NewReview body) {
        var seen = queries.row(id);
        var roles = standing.inProject(seen.project().id());
        var project = projects.steady(seen.project().id());
        Standing.require(roles, Leads.OF_CYCLES, "Who leads the cycle or the project writes its review");
        project.requireNotOver();
        requireAlliances(body.challenges());
        var cycle = cycles.toMove(id);
        changes.record(cycle, cycle.review(body, project.allianceId()));
        return id;
    }

    private void requireAlliances(List<Challenge> challenges) {
        for (int i = 0; i < challenges.size(); i++) {
            directory.requireAlliance(challenges.get(i).allianceId(), "$.challenges[" + i + "].allianceId");
        }
    }
}
