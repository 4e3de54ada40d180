package org.trellis.alliance.person;

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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.trellis.openapi.Description;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

/** A link that is shown once cannot be shown again, so these take no Idempotency-Key: who lost it, invites again. */
@Path("/v1/invitations")
@RunOnVirtualThread
class InvitationResource {
    private final InvitationService service;
    private final InvitationQueries queries;

    InvitationResource(InvitationService service, InvitationQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @POST
    @Authenticated
    @Operation(summary = "Invite a person; the link is returned this once")
    @Extension(name = Description.TAKES_NO_KEY, value = "true")
    public Response invite(NewInvitation body) {
        var invited = service.invite(body);
        return Created.at(
                "/v1/invitations/" + invited.id(), queries.view(invited.id()).with(invited.link()));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List who invited whom, when and why")
    public Page<InvitationView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read who invited a person, when and why")
    public InvitationView one(UUID id) {
        return queries.view(id);
    }

    @POST
    @Path("/{id}/acceptances")
    @Authenticated
    @Operation(summary = "Accept an invitation: binds the caller's sign-in to the invited person")
    @Extension(name = Description.TAKES_NO_KEY, value = "true")
    public void accept(UUID id, Acceptance body) {
        service.accept(id, body);
    }
}
