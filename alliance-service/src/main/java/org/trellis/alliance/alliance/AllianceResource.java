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
    @RolesAllowed({"platform-admin", "trust-team", "integration"})
    @Operation(summary = "Form an alliance with its lead")
    public Response form(NewAlliance body) {
        UUID id = once.run(() -> service.form(body));
        return Created.at("/v1/alliances/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List alliances, as they stood on a day")
    public Page<AllianceRow> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an alliance, as it stood on a day")
    public AllianceView one(UUID id, @Context UriInfo uri) {
        return queries.view(id, Parameters.of(uri));
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change what an alliance says of itself, or the trust that runs it")
    public AllianceView describe(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.describe(id, ifMatch, patch);
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(
            summary =
                    "Award an alliance its designation, take it away, hand it on to another lead, or end the alliance")
    public AllianceView move(UUID id, NewAllianceTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }

    @GET
    @Path("/{id}/designations")
    @Authenticated
    @Operation(summary = "Who held an alliance's designation, from when to when, and how that ended")
    public List<DesignationRow> designations(UUID id) {
        return queries.designations(id);
    }

    @POST
    @Path("/{id}/protocols")
    @Authenticated
    @Operation(summary = "Agree what must be met to join an alliance or to leave it")
    public Response agree(UUID id, NewProtocol body) {
        UUID protocol = once.run(() -> service.agree(id, body));
        return Created.at("/v1/alliances/" + id + "/protocols", queries.protocol(protocol));
    }

    @GET
    @Path("/{id}/protocols")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "What must be met to join an alliance or to leave it, in all versions or on a day")
    public Page<ProtocolView> protocols(UUID id, @Context UriInfo uri) {
        return queries.protocols(id, Parameters.of(uri));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an alliance, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("alliance", id);
    }
}
