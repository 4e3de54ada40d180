package org.trellis.evidence.instrument;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/instruments")
@RunOnVirtualThread
class InstrumentResource {
    private final InstrumentService service;
    private final InstrumentQueries queries;
    private final History history;
    private final Once once;

    InstrumentResource(InstrumentService service, InstrumentQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Draft an instrument")
    public Response draft(NewInstrument body) {
        UUID id = once.run(() -> service.draft(body));
        return Created.at("/v1/instruments/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List instruments")
    public Page<InstrumentView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an instrument, to be rendered")
    public InstrumentView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Draft an instrument's next edition")
    @RequestBody(content = @Content(schema = @Schema(implementation = InstrumentChange.class)))
    public InstrumentView revise(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.revise(id, ifMatch, patch);
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Publish the draft of an instrument as its next edition")
    public InstrumentView move(UUID id, InstrumentTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }

    @GET
    @Path("/{id}/editions")
    @Authenticated
    @Operation(summary = "What an instrument was in each of its editions")
    public List<InstrumentView.Edition> editions(UUID id) {
        return queries.editions(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an instrument, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("instrument", id);
    }
}
