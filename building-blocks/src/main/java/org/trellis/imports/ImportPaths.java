package org.trellis.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the one way in for files as one for each collection of imports that the service has. */
public final class ImportPaths {
    static final String GENERIC = "/v1/{name}-imports";

    private static final String NAME = "{name}";
    private static final List<String> SCHEMAS =
            List.of("ImportView", "PageImportView", "ImportMode", "ImportProgress", "ImportOutcome", "ImportCause");

    private final OpenAPI api;
    private final List<ImportKind> all;

    public ImportPaths(OpenAPI api, List<ImportKind> all) {
        this.api = api;
        this.all = all;
    }

    public void describe() {
        var paths = api.getPaths();
        var generic = paths.getPathItems().entrySet().stream()
                .filter(path -> path.getKey().startsWith(GENERIC))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        generic.forEach((path, item) -> {
            paths.removePathItem(path);
            collections()
                    .forEach(collection -> paths.addPathItem(path.replace(NAME, collection), of(collection, item)));
        });
        if (all.isEmpty()) {
            SCHEMAS.forEach(api.getComponents()::removeSchema);
        }
    }

    /** Their names without what they have in common. */
    private TreeSet<String> collections() {
        return all.stream()
                .map(kind -> kind.collection().replaceFirst("-imports$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private PathItem of(String collection, PathItem generic) {
        var item = OASFactory.createPathItem();
        generic.getOperations().forEach((method, operation) -> item.setOperation(method, of(collection, operation)));
        return item;
    }

    private Operation of(String collection, Operation generic) {
        var kinds = all.stream()
                .filter(kind -> kind.collection().equals(collection + "-imports"))
                .sorted(Comparator.comparing(ImportKind::name)) // beans come in no order
                .toList();
        var title = Character.toUpperCase(collection.charAt(0)) + collection.substring(1);
        var operation = OASFactory.createOperation()
                .operationId(title + generic.getOperationId())
                .summary(generic.getSummary() + " (" + collection + ")")
                .tags(List.of(title + " Import"))
                .security(generic.getSecurity())
                .responses(generic.getResponses());
        generic.getParameters().stream()
                .filter(parameter -> !"name".equals(parameter.getName()))
                .filter(parameter -> !"complete".equals(parameter.getName())
                        || kinds.stream().anyMatch(ImportKind::endsWhatIsMissing))
                .map(parameter -> "kind".equals(parameter.getName()) ? kind(parameter, kinds) : parameter)
                .forEach(operation::addParameter);
        if (generic.getRequestBody() != null) {
            kinds.stream()
                    .flatMap(kind -> kind.settings().stream())
                    .distinct()
                    .map(ImportPaths::setting)
                    .forEach(operation::addParameter);
            operation.requestBody(OASFactory.createRequestBody()
                    .description(kinds.stream().map(ImportPaths::columns).collect(Collectors.joining(". ")))
                    .required(true)
                    .content(generic.getRequestBody().getContent()));
        }
        return operation;
    }

    private static Parameter kind(Parameter generic, List<ImportKind> kinds) {
        var schema = OASFactory.createSchema().addType(SchemaType.STRING);
        kinds.stream().map(ImportKind::name).forEach(schema::addEnumeration);
        return OASFactory.createParameter()
                .name(generic.getName())
                .in(generic.getIn())
                .description(generic.getDescription())
                .required(kinds.size() > 1)
                .schema(schema);
    }

    private static Parameter setting(ImportKind.Setting setting) {
        return OASFactory.createParameter()
                .name(setting.name())
                .in(Parameter.In.QUERY)
                .description(setting.description())
                .required(setting.required())
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).format("uuid"));
    }

    private static String columns(ImportKind kind) {
        return kind.columns().stream()
                .map(column -> column.required() ? column.name() : column.name() + " (may be missing)")
                .collect(Collectors.joining(", ", kind.name() + ": columns ", ""));
    }
}
