package org.trellis.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Gives each body and each answer an example made from its schema, so that an example never has a field that the schema
 * has not. Texts come from {@code trellis.openapi.examples.<field>}.
 */
final class Examples {
    private static final int DEEPEST = 12;
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "01981c3e-5f7a-7c11-9a53-3f2b8f0a6d21",
            "date", "2026-03-31",
            "date-time", "2026-03-31T09:30:00Z");

    private final OpenAPI api;
    private final Map<String, Schema> schemas;

    Examples(OpenAPI api) {
        this.api = api;
        schemas = api.getComponents().getSchemas();
    }

    void add() {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        toJson(operation.getRequestBody().getContent());
                    }
                    operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                        if (status.startsWith("2")) {
                            toJson(answer.getContent());
                        }
                    });
                }));
    }

    private void toJson(Content content) {
        var json = content == null ? null : content.getMediaType("application/json");
        if (json != null && json.getExample() == null && json.getExamples() == null && json.getSchema() != null) {
            json.setExample(of("", json.getSchema(), null, 0));
        }
    }

    /** @param parent the name of the schema that the field belongs to */
    private Object of(String field, Schema given, String parent, int depth) {
        var name = given.getRef() == null ? parent : given.getRef().substring(SCHEMAS.length());
        var schema = given.getRef() == null ? given : schemas.get(name);
        if (depth > DEEPEST || schema == null) {
            return null;
        }
        if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
            return of(field, schema.getAnyOf().getFirst(), parent, depth + 1);
        }
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().getFirst();
        }
        return switch (type(schema)) {
            case OBJECT -> object(schema, name, depth);
            case ARRAY -> {
                var one = of(field, schema.getItems(), name, depth + 1);
                int least = schema.getMinItems() == null ? 1 : Math.max(1, schema.getMinItems());
                yield one == null ? List.of() : Collections.nCopies(least, one);
            }
            case BOOLEAN -> false;
            case INTEGER -> 1;
            case NUMBER ->
                Math.max(
                        0.5,
                        schema.getMinimum() == null ? 0 : schema.getMinimum().doubleValue());
            default -> text(field, schema, parent);
        };
    }

    private static SchemaType type(Schema schema) {
        return schema.getType() == null || schema.getType().isEmpty()
                ? SchemaType.NULL
                : schema.getType().getFirst();
    }

    private Object object(Schema schema, String name, int depth) {
        var fields = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, type) -> fields.put(field, of(field, type, name, depth + 1)));
        }
        return fields;
    }

    /** A code in a view is told by the same field of what makes such a thing. */
    private Object text(String field, Schema schema, String parent) {
        if (schema.getFormat() != null && BY_FORMAT.containsKey(schema.getFormat())) {
            return BY_FORMAT.get(schema.getFormat());
        }
        var configured = ConfigProvider.getConfig().getOptionalValue("trellis.openapi.examples." + field, String.class);
        return codes(field, parent)
                .<Object>map(List::getFirst)
                .or(() -> configured)
                .orElse(type(schema) == SchemaType.STRING ? "text" : null);
    }

    private Optional<List<Object>> codes(String field, String parent) {
        return Optional.ofNullable(parent)
                .map(view -> schemas.get("New" + view.replaceFirst("(View|Row)$", "")))
                .map(Schema::getProperties)
                .map(fields -> fields.get(field))
                .map(type ->
                        type.getRef() == null ? type : schemas.get(type.getRef().substring(SCHEMAS.length())))
                .map(Schema::getEnumeration);
    }
}
