package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.project.Today;
import org.trellis.project.project.Project;
import org.trellis.project.project.ProjectState;
import org.trellis.project.project.Projects;

/** Schools begin to deliver; with the first of a project its plan is frozen. In the running transaction. */
@ApplicationScoped
class Delivering {
    private final Cycles cycles;
    private final Projects projects;
    private final BaselineGate gate;
    private final Changes changes;

    Delivering(Cycles cycles, Projects projects, BaselineGate gate, Changes changes) {
        this.cycles = cycles;
        this.projects = projects;
        this.gate = gate;
        this.changes = changes;
    }

    /** Those that are ready by now, where the cycle delivers and its project is active. */
    void late(UUID id) {
        var project = cycles.projectOf(id).map(projects::toMove);
        if (project.isEmpty() || project.get().state() != ProjectState.ACTIVE) {
            return;
        }
        var cycle = cycles.toMove(id);
        var ready = gate.schools(id).stream().filter(AtTheGate::ready).toList();
        if (cycle.delivers() && !ready.isEmpty()) {
            changes.record(cycle, cycle.joinedBy(ready, Today.inEngland()));
            first(project.get());
        }
    }

    /** For a project that is held for a change. */
    void first(Project project) {
        project.firstDelivery(Today.inEngland()).ifPresent(event -> changes.record(project, event));
    }
}
