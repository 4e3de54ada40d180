package org.trellis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;

/**
 * Keeps this service's copy of other services' aggregates: a table for each kind, one row an aggregate.
 *
 * <p>A copy's table has {@code id}, {@code epoch}, {@code sequence}, and a column for each field that this service
 * needs, named as the field in snake case. A row is replaced only by a newer {@code (epoch, sequence)}, so any
 * interleaving of events, doubled or late, ends in the same rows. Tables refer to each other without foreign keys:
 * there is no order between aggregates. A tombstone leaves the id with {@code gone}, so that nothing older revives it.
 */
@ApplicationScoped
public class Copies {
    private record Column(String name, String type) {
        String quoted() {
            return "\"" + name + "\"";
        }

        String field() {
            var words = name.split("_");
            return words[0]
                    + List.of(words).stream()
                            .skip(1)
                            .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
                            .collect(Collectors.joining());
        }
    }

    private final Writer writer;
    private final ObjectMapper json;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Copies(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /**
     * Brings copies up to these events, in the running transaction.
     *
     * @param tables the table of each kind of aggregate that is copied; events of other kinds are passed over
     */
    public void keep(Map<String, String> tables, Collection<Received> events) {
        events.stream()
                .filter(event -> tables.containsKey(event.aggregate()))
                .collect(Collectors.groupingBy(event -> tables.get(event.aggregate())))
                .forEach(this::keep);
    }

    private void keep(String table, List<Received> events) {
        Map<UUID, Received> newest = new HashMap<>();
        events.forEach(event -> newest.merge(event.subject(), event, Copies::newer));
        ArrayNode rows = json.createArrayNode();
        newest.values().forEach(event -> {
            var row = rows.addObject();
            if (event.state() != null) {
                row.setAll((ObjectNode) event.state());
            }
            row.put("id", event.subject().toString())
                    .put("epoch", event.epoch())
                    .put("sequence", event.sequence())
                    .put("gone", event.state() == null);
        });
        writer.run(statements.computeIfAbsent(table, this::statement), Map.of("rows", rows.toString()));
    }

    private static Received newer(Received a, Received b) {
        return a.epoch() != b.epoch() ? (a.epoch() > b.epoch() ? a : b) : (a.sequence() >= b.sequence() ? a : b);
    }

    private String statement(String table) {
        var columns = writer.list(Column.class, """
                select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
                where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''""", Map.of("table", table));
        var names = each(columns, Column::quoted);
        return """
                insert into %1$s (%2$s)
                select %3$s from jsonb_to_recordset(cast(:rows as jsonb)) as r(%4$s)
                order by id
                on conflict (id) do update set %5$s
                where (%1$s.epoch, %1$s.sequence) < (excluded.epoch, excluded.sequence)""".formatted(
                        table,
                        names,
                        each(columns, c -> "\"" + c.field() + "\""),
                        each(columns, c -> "\"" + c.field() + "\" " + c.type()),
                        each(columns, c -> c.quoted() + " = excluded." + c.quoted()));
    }

    private static String each(List<Column> columns, Function<Column, String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }
}
