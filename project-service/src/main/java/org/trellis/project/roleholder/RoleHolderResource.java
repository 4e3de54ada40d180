package org.trellis.project.roleholder;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/role-holders")
@RunOnVirtualThread
class RoleHolderResource {
    private final RoleHolderService service;
    private final RoleHolderQueries queries;
    private final Once once;

    RoleHolderResource(RoleHolderService service, RoleHolderQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Name who holds a role for a school's part in a project, perhaps in succession")
    public Response name(NewRoleHolder body) {
        UUID id = once.run(() -> service.name(body));
        return Created.at("/v1/role-holders/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List who holds which role for a school")
    public Page<RoleHolderView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read who holds a role for a school")
    public RoleHolderView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/transitions")
    @Authenticated
    @Operation(summary = "End a role for a school, today")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RoleHolderView.class)))
    @APIResponse(
            responseCode = "204",
            description = "Done, and the caller, whose role it was, sees the project no longer")
    public Response move(UUID id, NewRoleHolderTransition body) {
        UUID moved = switch (body.action()) {
            case END -> once.run(() -> service.end(id));
        };
        return queries.seen(moved)
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> Response.noContent().build());
    }
}
