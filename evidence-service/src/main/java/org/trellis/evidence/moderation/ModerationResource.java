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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/moderation")
@RunOnVirtualThread
class ModerationResource {
    private final Assignments assignments;
    private final Decisions decisions;
    private final ModerationQueries queries;
    private final Inspection inspection;
    private final Once once;

    ModerationResource(
            Assignments assignments, Decisions decisions, ModerationQueries queries, Inspection inspection, Once once) {
        this.assignments = assignments;
        this.decisions = decisions;
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

    @GET
    @Path("/{submissionId}/notes")
    @Authenticated
    @Operation(summary = "Read what moderators decided on a submission and noted, as whoever sees the submission")
    public ModerationNotes notes(UUID submissionId) {
        return queries.notes(submissionId);
    }

    @POST
    @Path("/assignments")
    @Authenticated
    @Operation(summary = "Spread submissions over the moderators who may check them")
    public List<ModerationRow> spread(NewAssignments body) {
        once.run(() -> assignments.spread(body));
        return queries.rows(body.submissionIds());
    }

    @POST
    @Path("/decisions")
    @Authenticated
    @Operation(summary = "Decide on several submissions: on all of them, or on none")
    public List<ModerationRow> decideTogether(NewDecisions body) {
        once.run(() -> decisions.decide(body));
        return queries.rows(
                body.decisions().stream().map(NewDecisions.One::submissionId).toList());
    }

    @POST
    @Path("/{submissionId}/second-opinions")
    @Authenticated
    @Operation(summary = "Leave the decision to another moderator, who is asked at once")
    public Response askForSecondOpinion(UUID submissionId, NewSecondOpinion body) {
        UUID id = once.run(() -> decisions.askForSecondOpinion(submissionId, body));
        return Created.at("/v1/moderation/" + id, inspection.of(id));
    }

    @POST
    @Path("/{submissionId}/assignments")
    @Authenticated
    @Operation(summary = "Assign a submission to a moderator")
    public Response assign(UUID submissionId, NewAssignment body) {
        UUID id = once.run(() -> assignments.assign(submissionId, body));
        return Created.at("/v1/moderation/" + id, inspection.of(id));
    }

    @POST
    @Path("/{submissionId}/decisions")
    @Authenticated
    @Operation(summary = "Accept a submission or return it to its school")
    public Response decide(UUID submissionId, NewDecision body) {
        UUID id = once.run(() -> decisions.decide(submissionId, body));
        return Created.at("/v1/moderation/" + id, inspection.of(id));
    }
}
