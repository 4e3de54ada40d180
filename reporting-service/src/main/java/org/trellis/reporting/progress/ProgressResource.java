package org.trellis.reporting.progress;

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

@Path("/v1/progress")
@RunOnVirtualThread
class ProgressResource {
    private final ProgressService service;
    private final GroupProgressService groups;

    ProgressResource(ProgressService service, GroupProgressService groups) {
        this.service = service;
        this.groups = groups;
    }

    @GET
    @Path("/projects/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "Read how a project stands: who takes part, its cycles, what evidence has come, how ready it is")
    public ProgressView project(UUID id, @Context UriInfo uri) {
        return service.progress(id, Parameters.of(uri));
    }

    @GET
    @Path("/alliances/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "Read how an alliance's projects stand")
    public GroupProgress alliance(UUID id, @Context UriInfo uri) {
        return groups.ofAlliance(id, Parameters.of(uri));
    }

    @GET
    @Path("/trusts/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "Read how the projects of a trust's schools stand, school by school and project by project")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            schema = @Schema(type = SchemaType.STRING),
            description = "The trust's id, or uid: and its id in the register of groups")
    public GroupProgress trust(String id, @Context UriInfo uri) {
        return groups.ofTrust(id, Parameters.of(uri));
    }

    @GET
    @Path("/local-authorities/{id}")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "Count a local authority's schools and the projects that they take part in")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            schema = @Schema(type = SchemaType.STRING),
            description = "The authority's id, or la: and its code")
    public GroupProgress localAuthority(String id, @Context UriInfo uri) {
        return groups.ofAuthority(id, Parameters.of(uri));
    }
}
