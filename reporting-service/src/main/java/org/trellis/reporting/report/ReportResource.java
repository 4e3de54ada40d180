package org.trellis.reporting.report;

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

@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportResource {
    private final ReportService service;
    private final ReportQueries queries;
    private final ReportViews views;
    private final History history;
    private final Once once;

    ReportResource(ReportService service, ReportQueries queries, ReportViews views, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.views = views;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Begin a report on a project, from its state at this moment")
    public Response draft(NewReport body) {
        UUID id = once.run(() -> service.draft(body));
        return Created.at("/v1/reports/" + id, views.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List reports")
    public Page<ReportView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Read a report: as JSON where it stands, as a page what was published last")
    public ReportView one(UUID id) {
        return views.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Change a report's texts while it is being written")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReportText.class)))
    public ReportView rewrite(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.rewrite(id, ifMatch, patch);
        return views.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a report: renew, publish, correct, discard, withdraw")
    public ReportView move(UUID id, NewReportTransition body) {
        return views.view(once.run(() -> service.move(id, body)));
    }

    @GET
    @Path("/{id}/editions")
    @Authenticated
    @Operation(summary = "What was published of a report, with what each correction changed and what it rests on")
    public List<ReportView.EditionRow> editions(UUID id) {
        return views.editions(id);
    }

    @GET
    @Path("/{id}/editions/{edition}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "Read an edition as it was published, byte for byte")
    public StoredEdition edition(UUID id, int edition) {
        return views.edition(id, edition);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a report, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("report", id);
    }
}
