package org.trellis.alliance.organisation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/organisations")
@RunOnVirtualThread
class OrganisationResource {
    private final OrganisationService service;
    private final OrganisationQueries queries;
    private final History history;
    private final Once once;

    OrganisationResource(OrganisationService service, OrganisationQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Register an organisation")
    public Response register(NewOrganisation body) {
        UUID id = once.run(() -> service.register(body));
        return Created.at("/v1/organisations/" + id, queries.view(id.toString()));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List organisations")
    public Page<OrganisationView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{key}")
    @Authenticated
    @Operation(summary = "Read an organisation, by id or by its register's id")
    public OrganisationView one(String key) {
        return queries.view(key);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an organisation, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("organisation", id);
    }
}
