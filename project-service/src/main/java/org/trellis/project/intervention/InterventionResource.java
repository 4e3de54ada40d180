package org.trellis.project.intervention;

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

@Path("/v1/interventions")
@RunOnVirtualThread
class InterventionResource {
    private final InterventionService service;
    private final InterventionQueries queries;
    private final History history;
    private final Once once;

    InterventionResource(InterventionService service, InterventionQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Describe an intervention of an alliance's own")
    public Response register(NewIntervention body) {
        UUID id = once.run(() -> service.register(body));
        return Created.at("/v1/interventions/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List the toolkit's interventions and the alliances' own")
    public Page<InterventionView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an intervention")
    public InterventionView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Describe an intervention anew, which makes a new edition")
    @RequestBody(content = @Content(schema = @Schema(implementation = InterventionDescription.class)))
    public InterventionView revise(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.revise(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/similar")
    @Authenticated
    @Operation(summary = "Up to ten interventions that are most like this one")
    public List<InterventionView.Row> similar(UUID id) {
        return queries.similar(id);
    }

    @GET
    @Path("/{id}/editions")
    @Authenticated
    @Operation(summary = "What an intervention was in each of its editions")
    public List<EditionView> editions(UUID id) {
        return queries.editions(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an intervention, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("intervention", id);
    }
}
