package org.trellis.reporting.progress;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Parameters;

@Path("/v1/progress")
@RunOnVirtualThread
class ProgressResource {
    private final ProgressService service;

    ProgressResource(ProgressService service) {
        this.service = service;
    }

    @GET
    @Path("/projects/{id}")
    @Authenticated
    @Operation(summary = "Read how a project stands: who takes part, its cycles, what evidence has come")
    public ProgressView project(UUID id, @Context UriInfo uri) {
        Parameters.of(uri).check();
        return service.progress(id);
    }
}
