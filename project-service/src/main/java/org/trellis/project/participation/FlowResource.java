package org.trellis.project.participation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Parameters;

@Path("/v1/projects/{id}/flow")
@RunOnVirtualThread
class FlowResource {
    private final FlowQueries queries;

    FlowResource(FlowQueries queries) {
        this.queries = queries;
    }

    @GET
    @Authenticated
    @Operation(summary = "Who started, finished and left a project, and why, day by day")
    public Flow flow(UUID id, @Context UriInfo uri) {
        return queries.of(id, Parameters.of(uri));
    }
}
