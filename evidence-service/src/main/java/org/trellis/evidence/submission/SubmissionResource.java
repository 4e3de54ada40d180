package org.trellis.evidence.submission;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.evidence.score.Line;
import org.trellis.evidence.score.NewCounts;
import org.trellis.evidence.score.NewScores;
import org.trellis.evidence.submission.content.ContentQueries;
import org.trellis.evidence.submission.content.ContentView;
import org.trellis.evidence.submission.content.ResultsView;
import org.trellis.evidence.submission.content.SurveyResults;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.outbox.Ids;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/submissions")
@RunOnVirtualThread
class SubmissionResource {
    private final SubmissionService service;
    private final SubmissionQueries queries;
    private final ContentQueries contents;
    private final SurveyResults results;
    private final FileBody files;
    private final Once once;

    SubmissionResource(
            SubmissionService service,
            SubmissionQueries queries,
            ContentQueries contents,
            SurveyResults results,
            FileBody files,
            Once once) {
        this.service = service;
        this.queries = queries;
        this.contents = contents;
        this.results = results;
        this.files = files;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Begin a submission")
    public Response begin(NewSubmission body) {
        UUID id = once.run(() -> service.begin(Ids.next(), body));
        return Created.at("/v1/submissions/" + id, queries.view(id));
    }

    @PUT
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Send a submission under an id of one's own, as often as needed")
    public Response put(UUID id, @HeaderParam("If-Match") String ifMatch, NewSubmission body) {
        boolean isNew = service.put(id, body, ifMatch);
        return isNew
                ? Created.at("/v1/submissions/" + id, queries.view(id))
                : Response.ok(queries.view(id)).build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Authenticated
    @Operation(summary = "List submissions")
    public Page<SubmissionRow> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read where a submission stands")
    public SubmissionView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/scores")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(summary = "Put scores into a draft, as JSON")
    public SubmissionView addScores(UUID id, NewScores body) {
        return queries.view(once.run(() -> service.addScores(id, Line.of(body.scores()))));
    }

    @POST
    @Path("/{id}/counts")
    @Authenticated
    @Operation(summary = "Put into a draft how many gave which answer, of a survey without references")
    public SubmissionView addCounts(UUID id, NewCounts body) {
        return queries.view(once.run(() -> service.addCounts(id, body)));
    }

    @POST
    @Path("/{id}/scores")
    @Consumes("text/csv")
    @Authenticated
    @Operation(summary = "Put scores into a draft, as a CSV file")
    public SubmissionView addFile(UUID id, InputStream body) {
        byte[] file = files.read(body);
        return queries.view(once.run(() -> service.addFile(id, file)));
    }

    @GET
    @Path("/{id}/scores")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Authenticated
    @Operation(summary = "Read the rows of a submission: of pupils as their controller, of a draft as its maker")
    public Page<ScoreRow> scores(UUID id, @Context UriInfo uri) {
        return queries.scores(id, Parameters.of(uri));
    }

    @GET
    @Path("/{id}/content")
    @Authenticated
    @Operation(summary = "Read what a submission holds beside scores and texts")
    public ContentView content(UUID id) {
        return contents.of(id);
    }

    @GET
    @Path("/{id}/results")
    @Authenticated
    @Operation(summary = "Read what a survey came to, where enough people answered")
    public ResultsView results(UUID id) {
        return results.of(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Hand in, amend or withdraw a submission")
    public SubmissionView move(UUID id, Transition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a submission, when and why")
    public List<HistoryEntry> history(UUID id) {
        return queries.history(id);
    }
}
