package org.trellis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the examples in a description of an API against the schemas beside them. */
final class OpenApiExamples {
    private static final String AT = "https://schemas.example/api";

    private final JsonNode api;
    private final SchemaRegistry schemas;
    private final List<String> broken = new ArrayList<>();

    private OpenApiExamples(JsonNode api) {
        this.api = api;
        var texts = Map.of(AT, api.toString());
        schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, with -> with.schemas(texts));
    }

    static List<String> broken(String json) {
        try {
            var examples = new OpenApiExamples(new ObjectMapper().readTree(json));
            examples.in("/paths", examples.api.path("paths"));
            return examples.broken;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description is no JSON", e);
        }
    }

    /** @param at where the node is in the description, as a JSON pointer */
    private void in(String at, JsonNode node) {
        if (node.has("example") && node.has("schema")) {
            schemas.getSchema(SchemaLocation.of(AT + "#" + at + "/schema"))
                    .validate(node.get("example").toString(), InputFormat.JSON)
                    .forEach(error -> broken.add("example at " + at + ": " + error));
        }
        node.properties().forEach(field -> in(at + "/" + escaped(field.getKey()), field.getValue()));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
