package org.trellis.evidence.imports;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.trellis.web.Parameters;

@Path("/v1/score-templates")
@RunOnVirtualThread
class ScoreTemplateResource {
    private final ScoreTemplates templates;

    ScoreTemplateResource(ScoreTemplates templates) {
        this.templates = templates;
    }

    @GET
    @Authenticated
    @Produces("text/csv")
    @Operation(summary = "Read the empty file of a measure in a project, for the caller's own schools")
    public String template(@Context UriInfo uri) {
        return templates.of(Parameters.of(uri)).csv();
    }

    @GET
    @Path("/sheet")
    @Authenticated
    @Produces(ScoreTemplate.XLSX)
    @Operation(summary = "Read the same as a spreadsheet that checks what is typed, to be saved as CSV")
    public byte[] sheet(@Context UriInfo uri) {
        return templates.of(Parameters.of(uri)).xlsx();
    }
}
