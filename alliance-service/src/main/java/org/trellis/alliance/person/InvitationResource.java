package org.trellis.alliance.person;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Created;

/** A link that is shown once cannot be shown again, so these take no Idempotency-Key: who lost it, invites again. */
@Path("/v1/invitations")
@RunOnVirtualThread
class InvitationResource {
    private final InvitationService service;

    InvitationResource(InvitationService service) {
        this.service = service;
    }

    @POST
    @Authenticated
    @Operation(summary = "Invite a person; the link is returned this once")
    public Response invite(NewInvitation body) {
        var invited = service.invite(body);
        return Created.at("/v1/invitations/" + invited.id(), invited);
    }

    @POST
    @Path("/{id}/acceptances")
    @Authenticated
    @Operation(summary = "Accept an invitation: binds the caller's sign-in to the invited person")
    public void accept(UUID id, Acceptance body) {
        service.accept(id, body);
    }
}
