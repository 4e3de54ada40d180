package org.trellis.alliance.alliance;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/alliances")
@RunOnVirtualThread
class AllianceResource {
    private final AllianceService service;
    private final AllianceQueries queries;
    private final History history;
    private final Once once;

    AllianceResource(AllianceService service, AllianceQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @RolesAllowed({"platform-admin", "trust-team"})
    @Operation(summary = "Form an alliance with its lead")
    public Response form(NewAlliance body) {
        UUID id = once.run(() -> service.form(body));
        return Created.at("/v1/alliances/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List alliances")
    public Page<AllianceView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an alliance")
    public AllianceView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change an alliance's name or vision")
    public AllianceView describe(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.describe(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an alliance, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("alliance", id);
    }
}
