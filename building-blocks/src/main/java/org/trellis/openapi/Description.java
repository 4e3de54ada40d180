package org.trellis.openapi;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.trellis.web.Parameters.Kind;

/** Adds to the description of the API what is the same for all: parameters of lists, problems, what POST answers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class Description implements OASFilter {
    private static final String SERVICE = "{service}";
    private static final String PROBLEM = "#/components/responses/Problem";

    private static final Map<String, Object> PROBLEM_EXAMPLE = new TreeMap<>(Map.of(
            "type", "/problems/invalid-request",
            "title", "The request is not valid",
            "status", 400,
            "detail", "1 violation(s)",
            "code", "invalid-request",
            "violations",
                    List.of(new TreeMap<>(
                            Map.of("in", "query", "path", "limit", "message", "must be from 1 to 200")))));

    private static final Map<String, String> GENERAL = Map.of(
            "limit", "How many items a page holds; 50 unless given",
            "cursor", "Where to go on: comes with an answer's next",
            "sort", "The order; a minus turns it round",
            "count", "Adds how many there are in all",
            "changedAfter", "What has changed since: start, then as in an answer's next; with limit alone",
            "asOf", "Those that hold on this day",
            "q", "Searches names, and whatever else identifies an item");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        problems(api.getComponents());
        var lists = Arc.container().instance(Lists.class).get().described();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (method == HttpMethod.GET) {
                        lists.getOrDefault(path, Map.of())
                                .forEach((name, kind) -> operation.addParameter(query(name, kind)));
                    }
                    created(api, path, method, operation);
                    refusals(path, method, operation)
                            .forEach(status -> operation
                                    .getResponses()
                                    .addAPIResponse(
                                            status,
                                            OASFactory.createAPIResponse().ref(PROBLEM)));
                }));
        ofThisService(api);
        new Examples(api).add();
        new Manners(api).apply();
    }

    /** Resources that every service has are described under this service's name. */
    private static void ofThisService(OpenAPI api) {
        var service = ConfigProvider.getConfig().getValue("trellis.outbox.service", String.class);
        var paths = api.getPaths();
        new LinkedHashMap<>(paths.getPathItems()).forEach((path, item) -> {
            if (path.contains(SERVICE)) {
                item.getOperations()
                        .values()
                        .forEach(operation -> operation.setParameters(operation.getParameters().stream()
                                .filter(parameter -> !"service".equals(parameter.getName()))
                                .toList()));
                paths.removePathItem(path);
                paths.addPathItem(path.replace(SERVICE, service), item);
            }
        });
    }

    private static Parameter query(String name, Kind kind) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(GENERAL.getOrDefault(name, "Only those with this value"))
                .schema(schema(kind));
    }

    private static Schema schema(Kind kind) {
        if (kind.most() != null) {
            return OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .minimum(BigDecimal.valueOf(kind.least()))
                    .maximum(BigDecimal.valueOf(kind.most()));
        }
        var schema = OASFactory.createSchema().addType(SchemaType.STRING).format(kind.format());
        kind.values().forEach(schema::addEnumeration);
        return schema;
    }

    /** What was made is answered as it is read afterwards, with 201 and its address. */
    private static void created(OpenAPI api, String path, HttpMethod method, Operation operation) {
        var answer = operation.getResponses().getAPIResponse("200");
        PathItem single = api.getPaths().getPathItem(path + "/{id}");
        if (method != HttpMethod.POST || answer == null || single == null || single.getGET() == null) {
            return;
        }
        operation.getResponses().removeAPIResponse("200");
        operation
                .getResponses()
                .addAPIResponse(
                        "201",
                        OASFactory.createAPIResponse()
                                .description("Created")
                                .content(single.getGET()
                                        .getResponses()
                                        .getAPIResponse("200")
                                        .getContent())
                                .addHeader(
                                        "Location",
                                        OASFactory.createHeader()
                                                .description("Where it can be read")
                                                .schema(OASFactory.createSchema()
                                                        .addType(SchemaType.STRING))));
    }

    private static List<String> refusals(String path, HttpMethod method, Operation operation) {
        var refusals = new ArrayList<>(List.of("400", "401", "403"));
        if (path.contains("{")) {
            refusals.add("404");
        }
        if (method != HttpMethod.GET) {
            refusals.addAll(List.of("409", "413", "415"));
        }
        if (method == HttpMethod.POST) {
            refusals.add("422");
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()))) {
            refusals.addAll(List.of("412", "428"));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "changedAfter".equals(p.getName()))) {
            refusals.add("410");
        }
        return refusals;
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("Refused, with a stable code and everything that is wrong (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(PROBLEM_EXAMPLE)));
    }

    /** What the library describes in the place of this is not what is sent. */
    private static void problems(Components components) {
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(components::removeSchema);
        var violation = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("in", "path", "message").forEach(field -> violation.addProperty(field, text()));
        var problem = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("type", "title", "detail", "instance", "code", "traceId")
                .forEach(field -> problem.addProperty(field, text()));
        problem.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        problem.addProperty(
                "violations",
                OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation));
        problem.addProperty(
                "missing", OASFactory.createSchema().addType(SchemaType.ARRAY).items(text()));
        components.addSchema("Problem", problem);
        components.addResponse("Problem", problem());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
