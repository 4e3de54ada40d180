package org.trellis.evidence.measure;

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

@Path("/v1/measures")
@RunOnVirtualThread
class MeasureResource {
    private final MeasureService service;
    private final MeasureQueries queries;
    private final History history;
    private final Once once;

    MeasureResource(MeasureService service, MeasureQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Define a measure")
    public Response define(NewMeasure body) {
        UUID id = once.run(() -> service.define(body));
        return Created.at("/v1/measures/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List measures")
    public Page<MeasureView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a measure")
    public MeasureView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Describe a measure anew, which makes its next edition")
    @RequestBody(content = @Content(schema = @Schema(implementation = MeasureDescription.class)))
    public MeasureView revise(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.revise(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/editions")
    @Authenticated
    @Operation(summary = "What a measure was in each of its editions")
    public List<EditionView> editions(UUID id) {
        return queries.editions(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who defined or revised a measure, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("measure", id);
    }
}
