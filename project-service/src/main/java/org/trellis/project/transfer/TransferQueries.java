package org.trellis.project.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
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

/** Questions about offers. */
@ApplicationScoped
class TransferQueries implements Described {
    private static final String COLUMNS = """
            t.id, t.version, t.project_id as project, t.title, t.from_id, f.name as from_name, t.to_id, r.name as to_name,
            t.status, t.remains_partner, t.note, t.offered_on, t.answered_on""";
    private static final String TABLES =
            "project_transfer t left join alliance f on f.id = t.from_id left join alliance r on r.id = t.to_id";

    private final Reader reader;
    private final Standing standing;

    TransferQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/project-transfers", this::list);
    }

    TransferView.Row row(UUID id) {
        return reader.one(
                        TransferView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where t.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    TransferView view(UUID id) {
        var row = row(id);
        var giver = standing.atAlliance(row.from().id());
        var receiver = standing.atAlliance(row.to().id());
        var state = project(row);
        return new TransferView(
                row,
                Arrays.stream(TransferAction.values())
                        .flatMap(action -> Rule.actions(
                                List.of(action),
                                TransferStatus.valueOf(row.status()),
                                action.received() ? receiver : giver,
                                state)
                                .stream())
                        .toList());
    }

    /** Whether the project is over is not for who is only offered it; that is found out by accepting. */
    private ProjectState project(TransferView.Row row) {
        return reader.one(ProjectState.class, "select state from project where id = :id", Map.of("id", row.project()))
                .orElse(ProjectState.ACTIVE);
    }

    Page<TransferView.Row> list(Parameters parameters) {
        return Listing.of(TransferView.Row.class, COLUMNS, TABLES)
                .id("t.id")
                .where("t.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("t.to_id = :toAllianceId", "toAllianceId", parameters.id("toAllianceId"))
                .where(
                        "t.status = :status",
                        "status",
                        parameters.oneOf("status", TransferStatus.class).map(Enum::name))
                .sortable("offeredOn", "t.offered_on", "date")
                .page(reader, parameters);
    }
}
