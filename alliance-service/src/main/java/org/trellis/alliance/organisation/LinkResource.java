package org.trellis.alliance.organisation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/organisation-links")
@RunOnVirtualThread
class LinkResource {
    private final LinkService service;
    private final LinkQueries queries;
    private final Once once;

    LinkResource(LinkService service, LinkQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Say that one organisation came from another")
    public Response link(NewLink body) {
        UUID id = once.run(() -> service.link(body));
        return Created.at("/v1/organisation-links/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List what came from what, proposals to be confirmed among it")
    public Page<LinkView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a link between two organisations")
    public LinkView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @RolesAllowed("platform-admin")
    @Operation(summary = "Confirm or reject a proposed link")
    public LinkView decide(UUID id, LinkTransition body) {
        return queries.view(once.run(() -> service.decide(id, body.action())));
    }
}
