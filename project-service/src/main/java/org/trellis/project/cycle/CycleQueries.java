package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
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

    private final Reader reader;
    private final Standing standing;

    CycleQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
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
        var actions = Rule.actions(
                List.of(CycleAction.values()), CyclePhase.valueOf(row.phase()), standing.inProject(project), state);
        return new CycleView(row, actions);
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
