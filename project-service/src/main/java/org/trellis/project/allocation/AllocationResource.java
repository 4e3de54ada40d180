package org.trellis.project.allocation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.web.Created;

@Path("/v1/projects/{id}/allocations")
@RunOnVirtualThread
class AllocationResource {
    private final AllocationService service;
    private final AllocationQueries queries;
    private final Once once;

    AllocationResource(AllocationService service, AllocationQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Draw which schools or cohorts of a project are in which arm, once")
    public Response allocate(UUID id, NewAllocation body) {
        once.run(() -> service.allocate(id, body));
        return Created.at("/v1/projects/" + id + "/allocations", queries.of(id).getFirst());
    }

    @GET
    @Authenticated
    @Operation(summary = "What was drawn, from what and how: none or one")
    public List<AllocationView> allocations(UUID id) {
        return queries.of(id);
    }
}
