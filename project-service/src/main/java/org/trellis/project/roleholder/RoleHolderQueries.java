package org.trellis.project.roleholder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Standing;
import org.trellis.web.Parameters;

/** Questions about who holds which role for a school. */
@ApplicationScoped
class RoleHolderQueries implements Described {
    private static final String COLUMNS = """
            h.id, h.version, h.project_id, p.title as project_name, h.participation_id, h.organisation_id,
            o.name as organisation_name, h.person_id, h.role, h.starts_on, h.ends_on, h.ending, h.successor_id""";
    private static final String JOINED =
            " join project p on p.id = h.project_id left join organisation o on o.id = h.organisation_id";
    private static final String TABLES = "role_holder h" + JOINED;

    private final Reader reader;

    RoleHolderQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/role-holders", this::list);
    }

    RoleHolderView view(UUID id) {
        return seen(id).orElseThrow(Problems::notFound);
    }

    /** Empty where the caller does not see it, or no longer. */
    Optional<RoleHolderView> seen(UUID id) {
        return reader.one(
                RoleHolderView.class, "select " + COLUMNS + " from " + TABLES + " where h.id = :id", Map.of("id", id));
    }

    Page<RoleHolderView> list(Parameters parameters) {
        return Listing.of(RoleHolderView.class, COLUMNS, Standing.SIGHT.of("role_holder", "project_id", "h") + JOINED)
                .id("h.id")
                .where("h.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("h.participation_id = :participationId", "participationId", parameters.id("participationId"))
                .where("h.person_id = :personId", "personId", parameters.id("personId"))
                .where(
                        "h.role = :role",
                        "role",
                        parameters.oneOf("role", SchoolRole.class).map(Enum::name))
                .where("current_on(:asOf, h.starts_on, h.ends_on)", "asOf", parameters.day("asOf"))
                .sortable("startsOn", "h.starts_on", "date")
                .keptInStep("role_holder", "h", Standing.SIGHT)
                .page(reader, parameters);
    }
}
