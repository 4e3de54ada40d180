package org.trellis.project.readiness;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/projects/{id}/readiness")
@RunOnVirtualThread
class ReadinessResource {
    private final ReadinessQueries queries;

    ReadinessResource(ReadinessQueries queries) {
        this.queries = queries;
    }

    @GET
    @Authenticated
    @Operation(summary = "Answer the thirteen key messages from the project's records")
    public ReadinessView of(UUID id) {
        return queries.of(id);
    }
}
