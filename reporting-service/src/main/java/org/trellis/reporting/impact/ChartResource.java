package org.trellis.reporting.impact;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.trellis.web.Parameters;

/** Results as pictures. */
@Path("/v1/impact")
@RunOnVirtualThread
class ChartResource {
    private final ChartService charts;

    ChartResource(ChartService charts) {
        this.charts = charts;
    }

    @GET
    @Path("/projects/{id}/charts")
    @Authenticated
    @Operation(summary = "Read a project's results as charts, each with its figures and a link that holds ten minutes")
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
    public ChartView.All charts(UUID id, @Context UriInfo uri) {
        return charts.charts(id, Question.of(Parameters.of(uri)));
    }

    @GET
    @Path("/charts/{link}")
    @PermitAll
    @Produces("image/svg+xml")
    @Operation(
            summary = "Fetch a chart by its signed link, without a token",
            description = "For anyone who has the link")
    public Response chart(String link) {
        return Response.ok(charts.drawn(link))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
