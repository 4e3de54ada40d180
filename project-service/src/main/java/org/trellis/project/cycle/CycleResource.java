package org.trellis.project.cycle;

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

@Path("/v1/cycles")
@RunOnVirtualThread
class CycleResource {
    private final CycleService service;
    private final CycleQueries queries;
    private final History history;
    private final Once once;

    CycleResource(CycleService service, CycleQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Plan a learning cycle")
    public Response start(NewCycle body) {
        UUID id = once.run(() -> service.start(body));
        return Created.at("/v1/cycles/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List learning cycles")
    public Page<CycleView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a learning cycle")
    public CycleView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/waivers")
    @Authenticated
    @Operation(summary = "Let a school deliver without a baseline, with the reason why")
    public Response waive(UUID id, NewWaiver body) {
        once.run(() -> service.waive(id, body));
        return Created.at("/v1/cycles/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/reviews")
    @Authenticated
    @Operation(summary = "Write a cycle's review: what went well and what did not, challenge, decision, next focus")
    public Response review(UUID id, NewReview body) {
        once.run(() -> service.review(id, body));
        return Created.at("/v1/cycles/" + id, queries.view(id));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who moved a cycle, when and why")
    public List<HistoryEntry> history(UUID id) {
        queries.row(id);
        return history.of("cycle", id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a learning cycle: baseline, deliver, review, close")
    public CycleView move(UUID id, NewCycleTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }
}
