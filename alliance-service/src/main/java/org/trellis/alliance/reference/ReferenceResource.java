package org.trellis.alliance.reference;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Parameters;

@Path("/v1")
@RunOnVirtualThread
class ReferenceResource {
    private final ReferenceQueries queries;

    ReferenceResource(ReferenceQueries queries) {
        this.queries = queries;
    }

    @GET
    @Path("/regions")
    @Authenticated
    @Operation(summary = "The regions of England")
    public List<Region> regions() {
        return queries.regions();
    }

    @GET
    @Path("/local-authorities")
    @Authenticated
    @Operation(summary = "The local authorities of England and what became of them, of a day or of all time")
    public List<LocalAuthorityArea> localAuthorities(@Context UriInfo uri) {
        return queries.localAuthorities(Parameters.of(uri));
    }

    @GET
    @Path("/establishment-types")
    @Authenticated
    @Operation(summary = "The register's types of establishment")
    public List<EstablishmentType> establishmentTypes() {
        return queries.establishmentTypes();
    }
}
