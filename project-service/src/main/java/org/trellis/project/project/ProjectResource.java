package org.trellis.project.project;

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
import org.trellis.project.project.plan.NewAnalysisPlan;
import org.trellis.project.project.plan.NewDeviation;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/projects")
@RunOnVirtualThread
class ProjectResource {
    private final ProjectService service;
    private final ProjectQueries queries;
    private final History history;
    private final Once once;

    ProjectResource(ProjectService service, ProjectQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Draft a project")
    public Response draft(NewProject body) {
        UUID id = once.run(() -> service.draft(body));
        return Created.at("/v1/projects/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List projects")
    public Page<ProjectRow> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a project")
    public ProjectView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Authenticated
    @Operation(summary = "Change a project's description")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProjectDescription.class)))
    public ProjectView change(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.change(id, ifMatch, patch);
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a project: propose, approve, return, start, report, close, suspend, resume, withdraw")
    public ProjectView move(UUID id, NewProjectTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }

    @POST
    @Path("/{id}/success-measures")
    @Authenticated
    @Operation(summary = "Say by which measure a project is judged, and when it is taken")
    public Response judgeBy(UUID id, NewSuccessMeasure body) {
        once.run(() -> service.judgeBy(id, body));
        return Created.at("/v1/projects/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/schedules")
    @Authenticated
    @Operation(summary = "Say anew when a success measure is taken; a follow-up also after the project's end")
    public ProjectView take(UUID id, NewSchedule body) {
        return queries.view(once.run(() -> service.take(id, body)));
    }

    @POST
    @Path("/{id}/analysis-plans")
    @Authenticated
    @Operation(summary = "Register how a project will be analysed, before its first school delivers")
    public Response plan(UUID id, NewAnalysisPlan body) {
        once.run(() -> service.plan(id, body));
        return Created.at("/v1/projects/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/deviations")
    @Authenticated
    @Operation(summary = "Write down what is not as the frozen analysis plan says")
    public Response deviate(UUID id, NewDeviation body) {
        once.run(() -> service.deviate(id, body));
        return Created.at("/v1/projects/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/copies")
    @Authenticated
    @Operation(summary = "Draft a project anew for another year, with its measures and plan and without its schools")
    public Response copy(UUID id, NewCopy body) {
        UUID copy = once.run(() -> service.copy(id, body));
        return Created.at("/v1/projects/" + copy, queries.view(copy));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a project, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("project", id);
    }
}
