package org.trellis.evidence.moderation;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/moderation")
@RunOnVirtualThread
class ModerationResource {
    private final ModerationService service;
    private final ModerationQueries queries;
    private final Inspection inspection;
    private final Once once;

    ModerationResource(ModerationService service, ModerationQueries queries, Inspection inspection, Once once) {
        this.service = service;
        this.queries = queries;
        this.inspection = inspection;
        this.once = once;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Authenticated
    @Operation(summary = "List what waits for the caller to be decided or assigned")
    public Page<ModerationRow> queue(@Context UriInfo uri) {
        return queries.queue(Parameters.of(uri));
    }

    @GET
    @Path("/{submissionId}")
    @Authenticated
    @Operation(summary = "Read what a moderator judges a submission by")
    public ModerationView one(UUID submissionId) {
        return inspection.of(submissionId);
    }

    @POST
    @Path("/{submissionId}/assignments")
    @Authenticated
    @Operation(summary = "Assign a submission to a moderator")
    public Response assign(UUID submissionId, NewAssignment body) {
        UUID id = once.run(() -> service.assign(submissionId, body));
        return Created.at("/v1/moderation/" + id, inspection.of(id));
    }

    @POST
    @Path("/{submissionId}/decisions")
    @Authenticated
    @Operation(summary = "Accept a submission or return it to its school")
    public Response decide(UUID submissionId, NewDecision body) {
        UUID id = once.run(() -> service.decide(submissionId, body));
        return Created.at("/v1/moderation/" + id, inspection.of(id));
    }
}
