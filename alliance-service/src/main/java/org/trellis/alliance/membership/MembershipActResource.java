package org.trellis.alliance.membership;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.web.Created;

@Path("/v1/membership-acts")
@RunOnVirtualThread
class MembershipActResource {
    private final MembershipService service;
    private final MembershipQueries queries;
    private final Once once;

    MembershipActResource(MembershipService service, MembershipQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Let organisations join, leave or change role as one act: all of it, or nothing")
    public Response act(NewMembershipAct body) {
        UUID id = once.run(() -> service.act(body));
        return Created.at("/v1/membership-acts/" + id, queries.act(id));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read what an act did to memberships")
    public MembershipAct one(UUID id) {
        return queries.act(id);
    }
}
