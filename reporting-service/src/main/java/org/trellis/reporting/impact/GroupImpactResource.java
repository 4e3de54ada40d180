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

/** Schools of a trust or of an alliance, side by side. */
@Path("/v1/impact")
@RunOnVirtualThread
class GroupImpactResource {
    private final GroupImpactService groups;

    GroupImpactResource(GroupImpactService groups) {
        this.groups = groups;
    }

    @GET
    @Path("/trusts/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "Read what the evidence shows of a trust's schools, one row a school and project")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            schema = @Schema(type = SchemaType.STRING),
            description = "The trust's id, or uid: and its id in the register of groups")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "The trust's schools on this day; by default today")
    @Parameter(
            name = "population",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Population.class),
            description = "By default STARTERS")
    public GroupImpactView trust(String id, @Context UriInfo uri) {
        return groups.trust(id, Parameters.of(uri));
    }

    @GET
    @Path("/alliances/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary =
                    "Read what the evidence shows of the schools of an alliance's projects, one row a school and project")
    @Parameter(
            name = "population",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Population.class),
            description = "By default STARTERS")
    public GroupImpactView alliance(UUID id, @Context UriInfo uri) {
        return groups.alliance(id, Parameters.of(uri));
    }
}
