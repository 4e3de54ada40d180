package org.trellis.alliance.me;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/me")
@RunOnVirtualThread
class MeResource {
    private final MeQueries queries;

    MeResource(MeQueries queries) {
        this.queries = queries;
    }

    @GET
    @Authenticated
    @Operation(summary = "What the caller is, where, since when, and from which source")
    public Me me() {
        return queries.me();
    }
}
