package org.trellis.alliance.affiliation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/affiliations")
@RunOnVirtualThread
class AffiliationResource {
    private final AffiliationService service;
    private final AffiliationQueries queries;
    private final History history;
    private final Once once;

    AffiliationResource(AffiliationService service, AffiliationQueries queries, History history, Once once) {
        this.service = service;
        this.queries = queries;
        this.history = history;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Tie a school to its trust, local authority, diocese or federation")
    public Response start(NewAffiliation body) {
        UUID id = once.run(() -> service.start(body));
        return Created.at("/v1/affiliations/" + id, queries.view(id));
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed("platform-admin")
    @Operation(summary = "End an affiliation on a day")
    public AffiliationView end(UUID id, EndAffiliation body) {
        return queries.view(once.run(() -> service.end(id, body)));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("platform-admin")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary =
                    "Correct what was said of an affiliation, with a reason; endsOn on its first day where it never was")
    public AffiliationView correct(UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        service.correct(id, ifMatch, patch);
        return queries.view(id);
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List affiliations, of a day or of all time")
    public Page<AffiliationView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an affiliation")
    public AffiliationView one(UUID id) {
        return queries.view(id);
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an affiliation, when and why")
    public List<HistoryEntry> history(UUID id) {
        return history.of("affiliation", id);
    }
}
