package org.trellis.project.power;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.trellis.openapi.Description;

/** What a project could show at all; nothing is kept. */
@Path("/v1/projects/{id}/detectable-effects")
@RunOnVirtualThread
class PowerResource {
    private final PowerQueries queries;

    PowerResource(PowerQueries queries) {
        this.queries = queries;
    }

    @POST
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Which designs a project's schools and cohorts allow, and the smallest effect of each")
    public DesignAdvice advice(UUID id, Assumptions body) {
        return Designs.advice(queries.groups(id), body);
    }
}
