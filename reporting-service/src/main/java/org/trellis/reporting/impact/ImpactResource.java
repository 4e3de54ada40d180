package org.trellis.reporting.impact;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.trellis.web.Parameters;

@Path("/v1/impact")
@RunOnVirtualThread
class ImpactResource {
    private final ImpactService service;

    ImpactResource(ImpactService service) {
        this.service = service;
    }

    @GET
    @Path("/projects/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.TEXT_HTML})
    @Operation(summary = "Read what a project's accepted evidence shows, school by school and pooled")
    @Parameter(
            name = "measureId",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            description = "By default the primary measure")
    @Parameter(
            name = "cycle",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            description = "By default the latest with an outcome")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "By default BASELINE")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "By default OUTCOME")
    @Parameter(
            name = "subgroup",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Such as PUPIL_PREMIUM=YES; by default ALL")
    @Parameter(
            name = "population",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Population.class),
            description = "By default STARTERS")
    public ImpactView project(UUID id, @Context UriInfo uri) {
        return service.impact(id, Question.of(Parameters.of(uri)));
    }
}
