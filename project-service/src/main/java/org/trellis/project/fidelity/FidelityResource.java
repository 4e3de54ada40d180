package org.trellis.project.fidelity;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/fidelity-reports")
@RunOnVirtualThread
class FidelityResource {
    private final FidelityService service;
    private final FidelityQueries queries;
    private final Once once;

    FidelityResource(FidelityService service, FidelityQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Say which active ingredients a school delivered in a cycle, and what it adapted")
    public Response report(NewFidelity body) {
        UUID id = once.run(() -> service.report(body));
        return Created.at("/v1/fidelity-reports/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List how true schools were to what they tried out")
    public Page<FidelityView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read how true a school was to an intervention")
    public FidelityView one(UUID id) {
        return queries.view(id);
    }
}
