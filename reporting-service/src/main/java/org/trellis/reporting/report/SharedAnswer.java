package org.trellis.reporting.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What all of several answers to the same question show: figures are the same in all of them, and where one reader's
 * withholds something, so does this. A reader who holds it beside an answer of their own learns nothing from it.
 */
final class SharedAnswer {
    private static final String WITHHELD = "withheld";

    /** Said where something is withheld, so that what is said in one answer is said here. */
    private static final Set<String> SAID = Set.of("symbol", "reason", "pooledReason");

    /**
     * Warnings: those of all answers, and that something is withheld. One that a school's own answer alone gives speaks
     * of what the others do not see.
     */
    private static final String WARNINGS = "caveats";

    private final ObjectMapper json;

    SharedAnswer(ObjectMapper json) {
        this.json = json;
    }

    JsonNode of(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof ObjectNode a && other instanceof ObjectNode b) {
            return a.path(WITHHELD).asBoolean()
                    ? withheld(a, b)
                    : b.path(WITHHELD).asBoolean() ? withheld(b, a) : fields(a, b);
        }
        if (one instanceof ArrayNode a && other instanceof ArrayNode b && a.size() == b.size()) {
            var shared = json.createArrayNode();
            for (int i = 0; i < a.size(); i++) {
                shared.add(of(a.get(i), b.get(i)));
            }
            return shared;
        }
        return one.isBoolean() && other.isBoolean() ? json.getNodeFactory().booleanNode(false) : NullNode.instance;
    }

    /** As the one says it, since the other may say more; of its figures those that the other shows too. */
    private JsonNode withheld(ObjectNode one, ObjectNode other) {
        var shared = json.createObjectNode();
        one.properties().forEach(field -> {
            var name = field.getKey();
            boolean says = name.equals(WITHHELD) || SAID.contains(name);
            shared.set(name, says ? field.getValue() : field(name, field.getValue(), other.path(name)));
        });
        return shared;
    }

    private JsonNode fields(ObjectNode a, ObjectNode b) {
        var names = new LinkedHashSet<String>();
        a.fieldNames().forEachRemaining(names::add);
        b.fieldNames().forEachRemaining(names::add);
        var shared = json.createObjectNode();
        names.forEach(name -> shared.set(name, field(name, a.path(name), b.path(name))));
        return shared;
    }

    private JsonNode field(String name, JsonNode a, JsonNode b) {
        if (SAID.contains(name)) {
            return a.isNull() || a.isMissingNode() ? b : a;
        }
        if (name.equals(WARNINGS) && a.isArray() && b.isArray()) {
            return warnings(a, b);
        }
        return a.isMissingNode() || b.isMissingNode() ? NullNode.instance : of(a, b);
    }

    private JsonNode warnings(JsonNode a, JsonNode b) {
        var ours = new LinkedHashSet<JsonNode>();
        a.forEach(ours::add);
        var theirs = new LinkedHashSet<JsonNode>();
        b.forEach(theirs::add);
        var all = new LinkedHashSet<>(ours);
        all.addAll(theirs);
        all.removeIf(warning -> !(ours.contains(warning) && theirs.contains(warning))
                && !warning.path("code").asText().equals("WITHHELD"));
        return json.createArrayNode().addAll(all);
    }
}
