package org.trellis.alliance.membership;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

@Path("/v1/memberships")
@RunOnVirtualThread
class MembershipResource {
    private final MembershipService service;
    private final MembershipQueries queries;
    private final History history;
    private final Once once;

    MembershipResource(MembershipService service, MembershipQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Let an organisation join an alliance")
    public Response join(NewMembership body) {
        UUID id = once.run(() -> service.join(body));
        return Created.at("/v1/memberships/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/end")
    @Authenticated
    @Operation(summary = "End a membership on a day, for a reason")
    public MembershipView end(UUID id, EndMembership body) {
        return queries.view(once.run(() -> service.end(id, body)));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List memberships, of a day or of all time")
    public Page<MembershipView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/changes")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "What changed between two days: who joined, left or has another role")
    public Page<MembershipDifference> differences(@Context UriInfo uri) {
        return queries.differences(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a membership")
    public MembershipView one(UUID id) {
        return queries.view(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a membership, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("membership", id);
    }
}
