package org.trellis.alliance.staff;

import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportMode;
import org.trellis.imports.ImportQueries;
import org.trellis.imports.ImportRequest;
import org.trellis.imports.ImportView;
import org.trellis.imports.Imports;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

@Path("/v1/appointment-imports")
@RunOnVirtualThread
class AppointmentImportResource {
    private final Imports imports;
    private final ImportQueries queries;
    private final List<ImportKind> kinds;

    AppointmentImportResource(Imports imports, ImportQueries queries, @All List<ImportKind> kinds) {
        this.imports = imports;
        this.queries = queries;
        this.kinds = kinds;
    }

    @POST
    @Authenticated
    @Consumes("text/csv")
    @Operation(
            summary =
                    "Take in who holds which role where: one appointment a row, columns name, email, home, role, organisation, alliance, startsOn, endsOn")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Tries everything and keeps nothing",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "mode",
            in = ParameterIn.QUERY,
            description =
                    "What becomes of the good rows of a file that has bad ones; they are taken unless it says otherwise",
            schema = @Schema(implementation = ImportMode.class))
    @APIResponse(
            responseCode = "202",
            description = "Received; the answer tells where it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public Response take(@Context UriInfo uri, InputStream file) {
        var request = ImportRequest.of(AppointmentImport.COLLECTION, kinds, Parameters.of(uri));
        UUID id = imports.receive(request, file);
        return Response.accepted(queries.view(AppointmentImport.COLLECTION, id))
                .header("Location", "/v1/appointment-imports/" + id)
                .build();
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List one's own imports of appointments")
    public Page<ImportView> list(@Context UriInfo uri) {
        return queries.list(AppointmentImport.COLLECTION, Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read how far an import of one's own has come, and why rows were refused")
    public ImportView one(UUID id) {
        return queries.view(AppointmentImport.COLLECTION, id);
    }

    @GET
    @Path("/{id}/refused-rows")
    @Authenticated
    @Produces("text/csv")
    @Operation(summary = "Read the rows that were refused, as they came, with what is wrong; for seven days")
    public String refusedRows(UUID id) {
        return queries.refusedRows(AppointmentImport.COLLECTION, id);
    }
}
