package org.trellis.alliance.affiliation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.web.Created;

@Path("/v1/takeovers")
@RunOnVirtualThread
class TakeoverResource {
    private final TakeoverService service;
    private final TakeoverQueries queries;
    private final Once once;

    TakeoverResource(TakeoverService service, TakeoverQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Let a trust take over several schools on a day, all of them or none")
    public Response takeOver(NewTakeover body) {
        UUID id = once.run(() -> service.takeOver(body));
        return Created.at("/v1/takeovers/" + id, queries.view(id));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read which schools went to a trust together, and what came with them")
    public TakeoverView one(UUID id) {
        return queries.view(id);
    }
}
