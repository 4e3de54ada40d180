package org.trellis.imports;

import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** The way in for files of every kind; who may send one, its {@link ImportKind} says. */
@Path("/v1/{name}-imports")
@Tag(name = "Imports")
@RunOnVirtualThread
public class ImportResource {
    private final Imports imports;
    private final ImportQueries queries;
    private final List<ImportKind> kinds;

    ImportResource(Imports imports, ImportQueries queries, @All List<ImportKind> kinds) {
        this.imports = imports;
        this.queries = queries;
        this.kinds = kinds;
    }

    @POST
    @Authenticated
    @Consumes({ImportFormat.CSV_TYPE, ImportFormat.JSON_LINES_TYPE})
    @Operation(summary = "Take in a file")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "What the file holds")
    @Parameter(
            name = "complete",
            in = ParameterIn.QUERY,
            description = "Ends what the file does not name; taken after a dry run of the same file",
            schema = @Schema(type = SchemaType.BOOLEAN))
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
    public Response take(String name, @Context UriInfo uri, @Context HttpHeaders headers, InputStream file) {
        var collection = collection(name);
        var request = ImportRequest.of(collection, kinds, Parameters.of(uri), ImportFormat.of(headers.getMediaType()));
        UUID id = imports.receive(request, file);
        return Response.accepted(queries.view(collection, id))
                .header("Location", "/v1/" + collection + "/" + id)
                .build();
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List one's own imports")
    public Page<ImportView> list(String name, @Context UriInfo uri) {
        return queries.list(collection(name), Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read how far an import of one's own has come, and why rows were refused")
    public ImportView one(String name, UUID id) {
        return queries.view(collection(name), id);
    }

    @GET
    @Path("/{id}/refused-rows")
    @Authenticated
    @Produces("text/csv")
    @Operation(summary = "Read the rows that were refused, as they came, with what is wrong; for seven days")
    public String refusedRows(String name, UUID id) {
        return queries.refusedRows(collection(name), id);
    }

    private String collection(String name) {
        return kinds.stream()
                .map(ImportKind::collection)
                .filter((name + "-imports")::equals)
                .findFirst()
                .orElseThrow(Problems::notFound);
    }
}
