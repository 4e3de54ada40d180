package org.trellis.evidence.submission.narrative;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

@Path("/v1/passages")
@RunOnVirtualThread
class PassageResource {
    private final PassageService service;
    private final PassageQueries queries;
    private final Once once;

    PassageResource(PassageService service, PassageQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List texts: a school's own as written, others as cleared to be shared")
    public Page<PassageRow> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a text")
    public PassageRow one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Release a pupil's text to the school, or clear a text to be shared outside it")
    public PassageRow move(UUID id, PassageTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }
}
