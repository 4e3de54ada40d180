package org.trellis.evidence.completeness;

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

@Path("/v1/completeness")
@RunOnVirtualThread
class CompletenessResource {
    private final CompletenessQueries queries;

    CompletenessResource(CompletenessQueries queries) {
        this.queries = queries;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Authenticated
    @Operation(summary = "List what is expected of schools, what is there and what is overdue")
    public Page<CompletenessRow> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }
}
