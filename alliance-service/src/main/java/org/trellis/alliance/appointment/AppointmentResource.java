package org.trellis.alliance.appointment;

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
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/appointments")
@RunOnVirtualThread
class AppointmentResource {
    private final AppointmentService service;
    private final AppointmentQueries queries;
    private final History history;
    private final Once once;

    AppointmentResource(AppointmentService service, AppointmentQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Appoint a person at an organisation or an alliance")
    public Response appoint(NewAppointment body) {
        UUID id = once.run(() -> service.appoint(body));
        return Created.at("/v1/appointments/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/end")
    @Authenticated
    @Operation(summary = "End an appointment on a day")
    public AppointmentView end(UUID id, EndAppointment body) {
        return queries.view(once.run(() -> service.end(id, body)));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List the appointments that the caller may see")
    public Page<AppointmentView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/gaps")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "Duties that nobody holds on a day, and for how long")
    public Page<Gap> gaps(@Context UriInfo uri) {
        return queries.gaps(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an appointment")
    public AppointmentView one(UUID id) {
        return queries.view(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an appointment, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("appointment", id);
    }
}
