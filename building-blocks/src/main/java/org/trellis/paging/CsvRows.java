package org.trellis.paging;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items as rows of CSV: a column a field, nested objects as {@code name.field}; no cell that a spreadsheet would run. */
public final class CsvRows implements AutoCloseable {
    private final CsvWriter csv;
    private final List<String> columns;

    /** Starts with a header; without columns there is none. @param names as of all items, in order */
    public CsvRows(OutputStream out, Collection<String> names) {
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        // where an object is missing in some items, its own name stands for nothing
        columns = names.stream()
                .filter(name -> names.stream().noneMatch(other -> other.startsWith(name + ".")))
                .toList();
        if (!columns.isEmpty()) {
            csv.writeRecord(columns);
        }
    }

    public void write(Map<String, String> cells) {
        csv.writeRecord(
                columns.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** An item's cells by column, in its order. */
    public static Map<String, String> cells(JsonNode item) {
        var cells = new LinkedHashMap<String, String>();
        collect("", item, cells);
        return cells;
    }

    private static void collect(String name, JsonNode value, Map<String, String> cells) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> collect(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), cells));
        } else {
            cells.put(name, value.isNull() ? "" : value.isArray() ? value.toString() : safe(value));
        }
    }

    /** Numbers are numbers. */
    private static String safe(JsonNode value) {
        return value.isTextual() ? Cells.safe(value.textValue()) : value.asText();
    }
}
