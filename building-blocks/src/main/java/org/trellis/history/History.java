package org.trellis.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.trellis.history.HistoryEntry.Difference;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** Who changed what, when and why. Rows come from the reader role: a service's policies say whose history one sees. */
@ApplicationScoped
public class History {
    private record Row(long version, String type, Instant occurredAt, String actor, String reason, String state) {}

    private final Reader reader;
    private final ObjectMapper json;

    History(Reader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /** Oldest first. @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees none */
    public List<HistoryEntry> of(String aggregate, UUID id) {
        var rows = reader.list(Row.class, """
                select version, type, occurred_at, actor::text, reason, state::text from history
                where aggregatetype = :aggregate and aggregateid = :id order by version""", Map.of("aggregate", aggregate, "id", id));
        if (rows.isEmpty()) {
            throw Problems.notFound();
        }
        var entries = new ArrayList<HistoryEntry>();
        JsonNode before = MissingNode.getInstance();
        for (var row : rows) {
            JsonNode after = row.state() == null ? MissingNode.getInstance() : parsed(row.state());
            var changes = new ArrayList<Difference>();
            compare("", before, after, changes);
            entries.add(new HistoryEntry(
                    row.version(),
                    row.type(),
                    row.occurredAt(),
                    row.actor() == null ? null : parsed(row.actor()),
                    row.reason(),
                    changes));
            before = after;
        }
        return entries;
    }

    private static void compare(String path, JsonNode from, JsonNode to, List<Difference> changes) {
        if (from.isObject() && to.isObject()) {
            var names = new TreeSet<String>();
            from.fieldNames().forEachRemaining(names::add);
            to.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, from.path(name), to.path(name), changes));
        } else if (!from.equals(to)) {
            changes.add(new Difference(path, present(from), present(to)));
        }
    }

    private static JsonNode present(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("history that PostgreSQL holds as JSON cannot be read", e);
        }
    }
}
