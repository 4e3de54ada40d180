package org.trellis.project.risk;

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

@Path("/v1/project-risks")
@RunOnVirtualThread
class RiskResource {
    private final RiskService service;
    private final RiskQueries queries;
    private final Once once;

    RiskResource(RiskService service, RiskQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Raise a risk of a project")
    public Response raise(NewRisk body) {
        UUID id = once.run(() -> service.raise(body));
        return Created.at("/v1/project-risks/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List projects' risks")
    public Page<RiskView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a project's risk, with its reviews")
    public RiskView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/reviews")
    @Authenticated
    @Operation(summary = "Review a risk, as each term asks for")
    public Response review(UUID id, NewRiskReview body) {
        once.run(() -> service.review(id, body));
        return Created.at("/v1/project-risks/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Move a risk: close, reopen")
    public RiskView move(UUID id, NewRiskTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }
}
