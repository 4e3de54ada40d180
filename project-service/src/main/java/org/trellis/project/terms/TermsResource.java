package org.trellis.project.terms;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.idempotency.Once;
import org.trellis.web.Created;

@Path("/v1/projects/{id}/terms")
@RunOnVirtualThread
class TermsResource {
    private final TermsService service;
    private final TermsQueries queries;
    private final Once once;

    TermsResource(TermsService service, TermsQueries queries, Once once) {
        this.service = service;
        this.queries = queries;
        this.once = once;
    }

    @POST
    @Authenticated
    @Operation(summary = "Publish the next version of what a school agrees to by taking part")
    public Response publish(UUID id, NewTerms body) {
        UUID made = once.run(() -> service.publish(id, body));
        var terms = queries.of(id).stream()
                .filter(version -> version.id().equals(made))
                .findFirst()
                .orElseThrow();
        return Created.at("/v1/projects/" + id + "/terms", terms);
    }

    @GET
    @Authenticated
    @Operation(summary = "Read a project's terms, newest version first")
    public List<TermsView> of(UUID id) {
        return queries.of(id);
    }
}
