package org.trellis.openapi;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportPaths;
import org.trellis.paging.Lists;
import org.trellis.web.Parameters.Kind;

/** Adds to the description of the API what is the same for all: parameters of lists, problems, what POST answers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class Description implements OASFilter {
    /** Marks a POST that computes an answer and changes nothing. */
    public static final String COMPUTES = "x-computes";

    /** Marks a POST whose answer cannot be given again. */
    public static final String TAKES_NO_KEY = "x-takes-no-key";

    private static final String SERVICE = "{service}";

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
        var refusals = new Refusals(api.getComponents());
        var lists = Arc.container().instance(Lists.class).get().described();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (method == HttpMethod.GET) {
                        lists.getOrDefault(path, Map.of())
                                .forEach((name, kind) -> operation.addParameter(query(name, kind)));
                    }
                    created(api, path, method, operation);
                    headers(method, operation);
                    refusals.add(path, method, operation);
                }));
        new ImportPaths(api, kindsOfImports()).describe();
        ofThisService(api);
        new Examples(api).add();
        new Manners(api).apply();
    }

    private static List<ImportKind> kindsOfImports() {
        return Arc.container().listAll(ImportKind.class).stream()
                .map(InstanceHandle::get)
                .toList();
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

    /** What every change takes; a POST that changes nothing says so. */
    private static void headers(HttpMethod method, Operation operation) {
        if (method == HttpMethod.GET || operation.hasExtension(COMPUTES)) {
            operation.removeExtension(COMPUTES);
            return;
        }
        operation.addParameter(header("X-Reason", "Why, in the caller's words; kept in the history"));
        if (operation.hasExtension(TAKES_NO_KEY)) {
            operation.removeExtension(TAKES_NO_KEY);
        } else if (method == HttpMethod.POST) {
            var key =
                    header("Idempotency-Key", "A key of the caller's own: within a day the same request is done once");
            key.getSchema().minLength(1).maxLength(255);
            operation.addParameter(key);
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
