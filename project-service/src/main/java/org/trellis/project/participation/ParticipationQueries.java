package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.project.access.Standing;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;
import org.trellis.web.Parameters;

/** Questions about participations. */
@ApplicationScoped
class ParticipationQueries implements Described {
    private static final String COLUMNS = """
            i.id, i.version, i.project_id, p.title as project_name, i.organisation_id, o.name as organisation_name,
            i.status, i.starts_on, i.ends_on, i.leaving_reason, i.evidence, i.note""";
    private static final String JOINED =
            " join project p on p.id = i.project_id left join organisation o on o.id = i.organisation_id";
    private static final String TABLES = "participation i" + JOINED;

    private final Reader reader;
    private final Standing standing;

    ParticipationQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/participations", this::list);
    }

    /** Empty where the caller does not see it, or no longer. */
    Optional<ParticipationView> view(UUID id) {
        return reader.one(
                        ParticipationView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where i.id = :id",
                        Map.of("id", id))
                .map(row -> new ParticipationView(
                        row,
                        Rule.actions(
                                List.of(ParticipationAction.values()),
                                ParticipationStatus.valueOf(row.status()),
                                standing.inParticipation(id),
                                projectState(row.project().id()))));
    }

    Page<ParticipationView.Row> list(Parameters parameters) {
        return Listing.of(
                        ParticipationView.Row.class,
                        COLUMNS,
                        Standing.SIGHT.of("participation", "project_id", "i") + JOINED)
                .id("i.id")
                .where("i.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("i.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "i.status = :status",
                        "status",
                        parameters.oneOf("status", ParticipationStatus.class).map(Enum::name))
                .sortable("created", "i.created_at", "timestamptz")
                .keptInStep("participation", "i", Standing.SIGHT)
                .page(reader, parameters);
    }

    private ProjectState projectState(UUID project) {
        return reader.one(ProjectState.class, "select state from project where id = :id", Map.of("id", project))
                .orElseThrow();
    }
}
