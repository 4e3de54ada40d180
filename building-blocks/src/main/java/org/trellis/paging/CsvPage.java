package org.trellis.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** A page as CSV: a column a field, nested objects as {@code name.field}; no cell that a spreadsheet would run. */
@Provider
@Produces("text/csv")
class CsvPage implements MessageBodyWriter<Page<?>> {
    private final ObjectMapper json;

    CsvPage(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var rows =
                page.items().stream().map(item -> cells(json.valueToTree(item))).toList();
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.keySet()));
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            if (!names.isEmpty()) {
                csv.writeRecord(names);
            }
            rows.forEach(row -> csv.writeRecord(
                    names.stream().map(name -> row.getOrDefault(name, "")).toList()));
        }
    }

    private static Map<String, String> cells(JsonNode item) {
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
