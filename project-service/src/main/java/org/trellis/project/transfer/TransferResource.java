package org.trellis.project.transfer;

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

@Path("/v1/project-transfers")
@RunOnVirtualThread
class TransferResource {
    private final TransferService service;
    private final TransferQueries queries;
    private final Once once;

    TransferResource(TransferService service, TransferQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Offer a project to another alliance")
    public Response offer(NewTransfer body) {
        UUID id = once.run(() -> service.offer(body));
        return Created.at("/v1/project-transfers/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List offers of projects by and to the caller's alliances")
    public Page<TransferView.Row> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an offer")
    public TransferView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "Answer an offer: accept, decline, or take it back")
    public TransferView move(UUID id, NewTransferTransition body) {
        return queries.view(once.run(() -> service.move(id, body)));
    }
}
