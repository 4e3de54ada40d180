package org.trellis.project.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trellis.imports.ImportLine;
import org.trellis.problem.Violation;
import org.trellis.web.StrictJson;

/** Reads a row as the request that it stands for, so that a bundle obeys the rules that single requests obey. */
@ApplicationScoped
class BundleRow {
    private final StrictJson strict;
    private final ObjectMapper json;

    BundleRow(StrictJson strict, ObjectMapper json) {
        this.strict = strict;
        this.json = json;
    }

    /** The request as JSON; what is wrong with it is noted on the line. */
    String read(BundleKind kind, ImportLine line) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        kind.later().forEach(field -> request.put(field, BundleKind.LATER.toString()));
        for (var column : BundleColumn.values()) {
            var text = line.text(column.header());
            if (text != null && column.isOf(kind)) {
                request.set(column.field(), column.read(text));
            } else if (text != null) {
                line.refuse(column.header(), "not-of-this-kind", "must be empty in a row of kind " + kind);
            }
        }
        try {
            strict.read(request.toString().getBytes(StandardCharsets.UTF_8), kind.body());
        } catch (HttpProblem refused) {
            violations(refused).forEach(v -> line.refuse(header(kind, v.path()), "invalid", v.message()));
        }
        return request.toString();
    }

    /** What was read before, bound to what it belongs to. */
    <T> T request(String kept, Class<T> type, Object... belongings) {
        try {
            var request = (ObjectNode) json.readTree(kept);
            for (int i = 0; i < belongings.length; i += 2) {
                request.put((String) belongings[i], belongings[i + 1].toString());
            }
            return json.treeToValue(request, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a row that was read cannot be read again", e);
        }
    }

    @SuppressWarnings("unchecked") // as Problems writes them
    private static List<Violation> violations(HttpProblem refused) {
        return (List<Violation>) refused.getParameters().get("violations");
    }

    private static String header(BundleKind kind, String path) {
        return Arrays.stream(BundleColumn.values())
                .filter(column -> column.isOf(kind) && path.matches("\\$\\." + column.field() + "(\\W.*)?"))
                .map(BundleColumn::header)
                .findFirst()
                .orElse("");
    }
}
