package org.trellis.evidence.submission.content;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Parameters;

@Path("/v1/submission-counts")
@RunOnVirtualThread
class DevelopmentCountResource {
    private final ContentQueries queries;

    DevelopmentCountResource(ContentQueries queries) {
        this.queries = queries;
    }

    @GET
    @Authenticated
    @Operation(summary = "Count observations and coaching notes, which few may read, by school and cycle")
    public List<DevelopmentCount> developmentCounts(@Context UriInfo uri) {
        return queries.developmentCounts(Parameters.of(uri));
    }
}
