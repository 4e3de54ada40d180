package org.trellis.exports;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;
import org.trellis.web.ThisService;

/** Whole lists, written out for who asked. */
@Path("/v1/{service}-exports")
@Tag(name = "Exports")
@RunOnVirtualThread
public class ExportResource {
    private static final String JSON_LINES = "application/x-ndjson";

    private final Exports exports;
    private final ExportQueries queries;
    private final ThisService here;

    ExportResource(Exports exports, ExportQueries queries, ThisService here) {
        this.exports = exports;
        this.queries = queries;
        this.here = here;
    }

    @POST
    @Authenticated
    @Operation(summary = "Have a whole list written out, as its caller sees it while it is written")
    @APIResponse(
            responseCode = "202",
            description = "Queued; the answer tells where it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportView.class)))
    public Response request(String service, NewExport body) {
        here.require(service);
        var path = "/v1/" + service + "-exports";
        UUID id = exports.request(path, body);
        return Response.accepted(queries.view(id))
                .header("Location", path + "/" + id)
                .build();
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List one's own exports")
    public Page<ExportView> list(String service, @Context UriInfo uri) {
        here.require(service);
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read how far an export of one's own has come")
    public ExportView one(String service, UUID id) {
        here.require(service);
        return queries.view(id);
    }

    @GET
    @Path("/{id}/file")
    @Authenticated
    @Produces(JSON_LINES)
    @Operation(summary = "Fetch an export that is done, an item a line, or as CSV; for a day")
    @APIResponse(
            responseCode = "200",
            description = "The whole list",
            content = {
                @Content(mediaType = JSON_LINES, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public StreamingOutput jsonLines(String service, UUID id) {
        requireDone(service, id);
        return out -> queries.writeJsonLines(id, out);
    }

    @GET
    @Path("/{id}/file")
    @Authenticated
    @Produces("text/csv")
    @Operation(summary = "Fetch an export that is done, an item a line, or as CSV; for a day")
    @APIResponse(
            responseCode = "200",
            description = "The whole list",
            content = {
                @Content(mediaType = JSON_LINES, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public StreamingOutput csv(String service, UUID id) {
        requireDone(service, id);
        return out -> queries.writeCsv(id, out);
    }

    private void requireDone(String service, UUID id) {
        here.require(service);
        queries.requireDone(id);
    }
}
