package org.trellis.alliance.person;

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
import org.trellis.alliance.appointment.Leavings;
import org.trellis.alliance.appointment.OpenDuty;
import org.trellis.alliance.appointment.Succession;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/people")
@RunOnVirtualThread
class PersonResource {
    private final PersonService service;
    private final PersonQueries queries;
    private final Leavings leavings;
    private final History history;
    private final Once once;

    PersonResource(PersonService service, PersonQueries queries, Leavings leavings, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.leavings = leavings;
        this.history = history;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Name a person of an organisation")
    public Response name(NewPerson body) {
        UUID id = once.run(() -> service.name(body));
        return Created.at("/v1/people/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List the people whom the caller may see")
    public Page<PersonView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a person")
    public PersonView one(UUID id) {
        return queries.view(id);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a person's name, address or home organisation")
    public PersonView change(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.change(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/duties")
    @Authenticated
    @Operation(summary = "What a person would leave behind: duties that ask for a successor, sponsorships that lapse")
    public List<OpenDuty> duties(UUID id) {
        queries.view(id);
        return leavings.open(id);
    }

    @POST
    @Path("/{id}/leavings")
    @Authenticated
    @Operation(summary = "Say that a person leaves on a day, and who follows in each duty, or that nobody does")
    public Leaving leave(UUID id, Succession body) {
        once.run(() -> service.leave(id, body));
        return new Leaving(queries.view(id), leavings.ended(id));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed a person, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("person", id);
    }
}
