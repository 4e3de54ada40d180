package org.trellis.project.appointment;

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

@Path("/v1/project-appointments")
@RunOnVirtualThread
class ProjectAppointmentResource {
    private final ProjectAppointmentService service;
    private final ProjectAppointmentQueries queries;
    private final Once once;

    ProjectAppointmentResource(ProjectAppointmentService service, ProjectAppointmentQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Appoint a person at a project")
    public Response appoint(NewProjectAppointment body) {
        UUID id = once.run(() -> service.appoint(body));
        return Created.at("/v1/project-appointments/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List appointments at projects")
    public Page<ProjectAppointmentView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an appointment at a project")
    public ProjectAppointmentView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "End an appointment at a project, today")
    public ProjectAppointmentView move(UUID id, NewProjectAppointmentTransition body) {
        return switch (body.action()) {
            case END -> queries.view(once.run(() -> service.end(id)));
        };
    }
}
