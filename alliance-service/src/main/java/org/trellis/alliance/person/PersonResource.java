package org.trellis.alliance.person;

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

@Path("/v1/people")
@RunOnVirtualThread
class PersonResource {
    private final PersonService service;
    private final PersonQueries queries;
    private final Once once;

    PersonResource(PersonService service, PersonQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
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
}
