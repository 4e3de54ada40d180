package org.trellis.evidence.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** A project's plan says between which points there are cells; where it changes, so do they. */
@ApplicationScoped
public class Replanning {
    private record Planned(UUID id, String measures) {}

    private record Counted(UUID cycleId, UUID measureId) {}

    private final Writer writer;
    private final Cells cells;

    Replanning(Writer writer, Cells cells) {
        this.writer = writer;
        this.cells = cells;
    }

    /** Runs the change of these projects' copies and computes anew the cells of those whose plan it changed. */
    public void around(List<UUID> projects, Runnable change) {
        var before = plans(projects);
        change.run();
        plans(projects).stream().filter(plan -> !before.contains(plan)).forEach(plan -> recompute(plan.id()));
    }

    private List<Planned> plans(List<UUID> projects) {
        return writer.list(
                Planned.class,
                "select id, success_measures::text as measures from project where id = any(:ids) order by id",
                Map.of("ids", projects.toArray(UUID[]::new)));
    }

    private void recompute(UUID project) {
        writer.list(Counted.class, """
                        select distinct f.cycle_id, f.measure_id from score_in_force f
                        join submission s on s.id = f.submission_id
                        where s.project_id = :project order by f.cycle_id, f.measure_id\
                        """, Map.of("project", project)).forEach(counted -> {
            cells.lock(counted.cycleId(), List.of(counted.measureId()));
            cells.recompute(counted.cycleId(), counted.measureId(), Cause.ACCEPTED);
        });
    }
}
