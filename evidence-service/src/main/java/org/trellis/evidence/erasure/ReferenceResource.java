package org.trellis.evidence.erasure;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.Parameters;

@Path("/v1/references")
@RunOnVirtualThread
class ReferenceResource {
    private static final String ERASURES = "/v1/references/erasures/";

    private final ReferenceService service;
    private final ReferenceQueries queries;
    private final Once once;

    ReferenceResource(ReferenceService service, ReferenceQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Path("/exports")
    @Authenticated
    @Operation(summary = "Read all that is held of one person, as the controller who answers a subject access request")
    public SubjectView export(ReferenceRequest body) {
        return queries.held(body.reference());
    }

    @POST
    @Path("/erasures")
    @Authenticated
    @Operation(summary = "Remove a person's scores everywhere, as their controller")
    public Response erase(ReferenceRequest body) {
        UUID id = once.run(() -> service.erase(body));
        return Created.at(ERASURES + id, queries.erasure(id));
    }

    @GET
    @Path("/erasures")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List what was removed at the schools that the caller controls")
    public Page<ErasureView> erasures(@Context UriInfo uri) {
        return queries.erasures(Parameters.of(uri));
    }

    @GET
    @Path("/erasures/{id}")
    @Authenticated
    @Operation(summary = "Read what was removed, never whose it was")
    public ErasureView erasure(UUID id) {
        return queries.erasure(id);
    }

    @GET
    @Path("/retention-rules")
    @Authenticated
    @Operation(summary = "List how long the caller's schools keep scores")
    public List<RetentionView> rules() {
        return queries.rules();
    }

    @POST
    @Path("/retention-rules")
    @Authenticated
    @Operation(
            summary =
                    "Say how long a school's scores are kept, as their controller; applied every day from tomorrow on")
    public Response set(RetentionRequest body) {
        once.run(() -> service.set(body));
        return Created.at("/v1/references/retention-rules", service.preview(body));
    }

    @POST
    @Path("/retention-previews")
    @Authenticated
    @Operation(summary = "See what a rule would remove today; nothing is removed")
    public RetentionView preview(RetentionRequest body) {
        return service.preview(body);
    }

    @POST
    @Path("/retention-runs")
    @Authenticated
    @Operation(summary = "Remove at once what a school's rule says is no longer kept")
    public Response apply(RetentionRun body) {
        UUID id = once.run(() -> service.apply(body.organisationId()));
        return Created.at(ERASURES + id, queries.erasure(id));
    }
}
