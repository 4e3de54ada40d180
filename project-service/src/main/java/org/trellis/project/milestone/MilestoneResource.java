package org.trellis.project.milestone;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/milestones")
@RunOnVirtualThread
class MilestoneResource {
    private final MilestoneService service;
    private final MilestoneQueries queries;
    private final Once once;

    MilestoneResource(MilestoneService service, MilestoneQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Plan a milestone")
    public Response plan(NewMilestone body) {
        UUID id = once.run(() -> service.plan(body));
        return Created.at("/v1/milestones/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List milestones")
    public Page<MilestoneView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a milestone")
    public MilestoneView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Change a milestone: its name, owner, day or reminder")
    @RequestBody(content = @Content(schema = @Schema(implementation = MilestoneDescription.class)))
    public MilestoneView change(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.change(id, ifMatch, patch);
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a milestone: meet, drop")
    public MilestoneView move(UUID id, NewMilestoneTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }
}
