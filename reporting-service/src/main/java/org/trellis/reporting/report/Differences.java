package org.trellis.reporting.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What is different between two trees, place by place; lists are compared item by item. */
final class Differences {
    /** @param path JSON pointer (RFC 6901); @param from and to null where there was, or is, nothing */
    record Difference(String path, JsonNode from, JsonNode to) {}

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        var differences = new Differences();
        differences.compare("", before, after);
        return List.copyOf(differences.found);
    }

    private void compare(String path, JsonNode from, JsonNode to) {
        if (from.isObject() && to.isObject()) {
            var names = new LinkedHashSet<String>();
            from.fieldNames().forEachRemaining(names::add);
            to.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + escaped(name), from.path(name), to.path(name)));
        } else if (from.isArray() && to.isArray()) {
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                compare(path + "/" + i, from.path(i), to.path(i));
            }
        } else if (!present(from).equals(present(to))) {
            found.add(new Difference(path, orNull(from), orNull(to)));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Nothing there and nothing said are the same. */
    private static Object present(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }
}
