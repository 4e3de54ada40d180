package org.trellis.alliance.calendar;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/calendars")
@RunOnVirtualThread
class CalendarResource {
    private final CalendarService service;
    private final CalendarQueries queries;
    private final History history;
    private final Once once;

    CalendarResource(CalendarService service, CalendarQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @RolesAllowed({"platform-admin", "trust-team", "school-lead", "integration"})
    @Operation(summary = "Set a year's terms, days off, or both, for a local authority, a trust or a school")
    public Response set(NewCalendar body) {
        UUID id = once.run(() -> service.set(body));
        return Created.at("/v1/calendars/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List calendars")
    public Page<CalendarView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/in-force")
    @Authenticated
    @Operation(summary = "Which term a day is in for an organisation, the last term, the next school day, school days")
    public CalendarInForce inForce(@Context UriInfo uri) {
        return queries.inForce(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a calendar")
    public CalendarView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"platform-admin", "trust-team", "school-lead", "integration"})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a calendar's terms or days off")
    public CalendarView change(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.change(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a calendar, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("calendar", id);
    }
}
