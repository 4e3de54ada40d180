package org.trellis.reporting.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import org.trellis.paging.CsvRows;

/** The rows of an answer as CSV. */
@Provider
@Produces("text/csv")
class ProgressCsv implements MessageBodyWriter<Tabular> {
    private final ObjectMapper json;

    ProgressCsv(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Tabular answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var rows = answer.rows().stream()
                .map(row -> CsvRows.cells(json.valueToTree(row)))
                .toList();
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.keySet()));
        try (var csv = new CsvRows(out, names)) {
            rows.forEach(csv::write);
        }
    }
}
