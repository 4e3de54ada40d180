package org.trellis.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;
import org.trellis.web.ThisService;

/** For the platform's staff. */
@Path("/v1/{service}-dead-letters")
@Tag(name = "Dead letters")
@RunOnVirtualThread
public class DeadLetterResource {
    private final DeadLetters letters;
    private final ThisService here;

    DeadLetterResource(DeadLetters letters, ThisService here) {
        this.letters = letters;
        this.here = here;
    }

    @GET
    @RolesAllowed("platform-admin")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List events that could not be taken in, with the cause")
    public Page<DeadLetter> list(String service, @Context UriInfo uri) {
        here.require(service);
        return letters.list(Parameters.of(uri));
    }

    @POST
    @Path("/{id}/replays")
    @RolesAllowed("platform-admin")
    @Operation(summary = "Take an event in again, once its cause is mended")
    public void replay(String service, UUID id) {
        here.require(service);
        letters.replay(id);
    }
}
