package org.trellis.alliance.organisation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.trellis.alliance.Today;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.idempotency.Once;
import org.trellis.paging.Page;
import org.trellis.web.Created;
import org.trellis.web.MergePatch;
import org.trellis.web.Parameters;

@Path("/v1/organisations")
@RunOnVirtualThread
class OrganisationResource {
    private final OrganisationService service;
    private final OrganisationQueries queries;
    private final LinkQueries links;
    private final OrganisationKeys keys;
    private final History history;
    private final Once once;

    OrganisationResource(
            OrganisationService service,
            OrganisationQueries queries,
            LinkQueries links,
            OrganisationKeys keys,
            History history,
            Once once) {
        this.service = service;
        this.queries = queries;
        this.links = links;
        this.keys = keys;
        this.history = history;
        this.once = once;
    }

    @POST
    @RolesAllowed("platform-admin")
    @Operation(summary = "Register an organisation")
    public Response register(NewOrganisation body) {
        UUID id = once.run(() -> service.register(body));
        return Created.at("/v1/organisations/" + id, queries.view(id));
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List organisations, as they are or were on a day")
    public Page<OrganisationView> list(@Context UriInfo uri) {
        return queries.list(Parameters.of(uri));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an organisation, by id or by its register's id, as it is or was on a day")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The id, or urn:…, uid:…, la:…, diocese:…, ukprn:…")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day whose description is asked for",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public OrganisationView one(String id, @Context UriInfo uri) {
        var parameters = Parameters.of(uri);
        var asOf = parameters.day("asOf");
        parameters.check();
        return queries.view(keys.id(id), asOf);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("platform-admin")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Describe an organisation anew from a day on, or correct what was said of days that are past")
    @Parameter(
            name = "effectiveOn",
            in = ParameterIn.QUERY,
            description = "The day from which the change holds, up to the next one; today unless given",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "correctsOn",
            in = ParameterIn.QUERY,
            description = "A day whose description was wrong: it is corrected for all days on which it held",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public OrganisationView describe(
            String id, @HeaderParam("If-Match") String ifMatch, @Context UriInfo uri, MergePatch patch) {
        var parameters = Parameters.of(uri);
        var effectiveOn = queries.notAfterToday("effectiveOn", parameters);
        var correctsOn = queries.notAfterToday("correctsOn", parameters);
        if (effectiveOn.isPresent() && correctsOn.isPresent()) {
            parameters.refuse("correctsOn", "cannot be given together with effectiveOn");
        }
        parameters.check();
        UUID known = keys.id(id);
        if (correctsOn.isPresent()) {
            service.correct(known, ifMatch, patch, correctsOn.get());
        } else {
            service.describe(known, ifMatch, patch, effectiveOn.orElseGet(Today::inEngland));
        }
        return queries.view(known);
    }

    @GET
    @Path("/{id}/links")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "List what an organisation came from and what came from it")
    public Page<LinkView> links(String id, @Context UriInfo uri) {
        return links.of(keys.id(id), Parameters.of(uri));
    }

    @GET
    @Path("/{id}/history")
    @Authenticated
    @Operation(summary = "Who changed an organisation, when and why")
    public List<HistoryEntry> history(String id) {
        return history.of("organisation", keys.id(id));
    }
}
