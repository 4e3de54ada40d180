package org.trellis.project.alert;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

@Path("/v1/project-alerts")
@RunOnVirtualThread
class AlertResource {
    private final AlertQueries queries;

    AlertResource(AlertQueries queries) {
        this.queries = queries;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List what somebody should look at: milestones, sponsorships, ingredients, risks")
    public Page<AlertView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }
}
