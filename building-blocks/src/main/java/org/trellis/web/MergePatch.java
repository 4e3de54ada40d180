package org.trellis.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** A change as RFC 7396 writes it: fields that are there replace, null takes away, what is not named stays. */
@Schema(type = SchemaType.OBJECT, description = "The fields to change (RFC 7396); null takes a value away")
public final class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    @Schema(hidden = true)
    private final StrictJson json;

    @Schema(hidden = true)
    private final JsonNode patch;

    MergePatch(StrictJson json, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problems.invalid(Violation.body("$", "must be an object"));
        }
        this.json = json;
        this.patch = patch;
    }

    /**
     * @param current what may be changed, as it is now
     * @return the same with the patch applied, validated as a new one would be
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming everything that is wrong with the result
     */
    public <T> T applyTo(T current) {
        return json.bind(merged(json.tree(current), patch), current.getClass());
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        for (var change : new ArrayList<>(changes.properties())) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                var before = result.get(change.getKey());
                result.set(change.getKey(), merged(before, change.getValue()));
            }
        }
        return result;
    }
}
