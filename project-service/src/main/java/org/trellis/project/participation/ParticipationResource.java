package org.trellis.project.participation;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/participations")
@RunOnVirtualThread
class ParticipationResource {
    private final ParticipationService service;
    private final ParticipationQueries queries;
    private final History history;
    private final Once once;

    ParticipationResource(ParticipationService service, ParticipationQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Invite an organisation into a project, or say that it is interested")
    public Response bringIn(NewParticipation body) {
        UUID id = once.run(() -> service.bringIn(body));
        return Created.at("/v1/participations/" + id, one(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List participations")
    public Page<ParticipationView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a participation")
    public ParticipationView one(UUID id) {
        return queries.view(id).orElseThrow(Problems::notFound);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Say how far a school has come, or from when it takes part")
    @RequestBody(content = @Content(schema = @Schema(implementation = ParticipationDescription.class)))
    public ParticipationView change(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.change(id, ifMatch, patch);
        return one(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who moved a participation, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("participation", id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a participation: invite, commit, activate, complete, withdraw")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ParticipationView.class)))
    @APIResponse(responseCode = "204", description = "Done, and the caller sees the project no longer")
    public Response move(UUID id, NewParticipationTransition body) {
        UUID moved = once.run(() -> service.move(id, body));
        return queries.view(moved)
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> Response.noContent().build());
    }
}
