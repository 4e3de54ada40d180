package org.trellis.audit;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;
import org.trellis.web.ThisService;

/** For the organisation concerned: a service's policies say who speaks for it. */
@Path("/v1/{service}-access-log")
@Tag(name = "Access log")
@RunOnVirtualThread
public class AccessLogResource {
    private final AccessLog log;
    private final ThisService here;

    AccessLogResource(AccessLog log, ThisService here) {
        this.log = log;
        this.here = here;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List who has read one's own organisation's results or rows, when and why")
    public Page<AccessLogEntry> list(String service, @Context UriInfo uri) {
        here.require(service);
        return log.list(Parameters.of(uri));
    }
}
