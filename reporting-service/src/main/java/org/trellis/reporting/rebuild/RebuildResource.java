package org.trellis.reporting.rebuild;

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

/** For the platform's staff. */
@Path("/v1/reporting-rebuilds")
@RunOnVirtualThread
class RebuildResource {
    private final Rebuilds rebuilds;
    private final RebuildQueries queries;
    private final Once once;

    RebuildResource(Rebuilds rebuilds, RebuildQueries queries, Once once) {
        this.rebuilds = rebuilds;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Build the read model anew from all events, while the present one answers")
    public Response begin() {
        UUID id = once.run(rebuilds::request);
        rebuilds.nudge();
        return Created.at("/v1/reporting-rebuilds/" + id, queries.view(id));
    }

    @GET
    @RolesAllowed("platform-admin")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List rebuilds of the read model")
    public Page<RebuildView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("platform-admin")
    @Operation(summary = "See how far a rebuild has come")
    public RebuildView one(UUID id) {
        return queries.view(id);
    }
}
