package org.trellis.alliance.priority;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

@Path("/v1/priorities")
@RunOnVirtualThread
class PriorityResource {
    private final PriorityService service;
    private final PriorityQueries queries;
    private final History history;
    private final Once once;

    PriorityResource(PriorityService service, PriorityQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Agree what an alliance works on")
    public Response agree(NewPriority body) {
        UUID id = once.run(() -> service.agree(body));
        return Created.at("/v1/priorities/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List the priorities of the caller's alliances, of a day or of all time")
    public Page<PriorityView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a priority")
    public PriorityView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change the wording of a priority")
    public PriorityView describe(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.describe(id, ifMatch, patch);
        return queries.view(id);
    }

    @POST
    @Path("/{id}/end")
    @Authenticated
    @Operation(summary = "End a priority on a day")
    public PriorityView end(UUID id, EndPriority body) {
        return queries.view(once.run(() -> service.end(id, body)));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a priority, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("priority", id);
    }
}
