package org.trellis.project.terms;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Created;

/**
 * A link that is shown once cannot be shown again, so these take no Idempotency-Key: who lost it, asks again; who lost the
 * answer to accepting, sends the same again.
 */
@Path("/v1/terms-links")
@RunOnVirtualThread
class TermsLinkResource {
    private final TermsService service;

    TermsLinkResource(TermsService service) {
        this.service = service;
    }

    @POST
    @Authenticated
    @Operation(summary = "Make a one-time link by which a head accepts the terms; it is returned this once")
    public Response link(NewTermsLink body) {
        var link = service.link(body.participationId());
        return Created.at("/v1/terms-links/" + link.id(), link);
    }

    @POST
    @Path("/{id}/acceptances")
    @Authenticated
    @Operation(summary = "Accept a project's terms by a link, and so commit the school")
    public void accept(UUID id, NewAcceptance body) {
        service.accept(id, body);
    }
}
