package org.trellis.reporting.impact;

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
import java.util.ArrayList;
import java.util.List;

/** Schools side by side as CSV, one row a school and project; the symbol stands in every cell that is withheld. */
@Provider
@Produces("text/csv")
class GroupImpactCsv implements MessageBodyWriter<GroupImpactView> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == GroupImpactView.class;
    }

    @Override
    public void writeTo(
            GroupImpactView view,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var head = new ArrayList<>(
                    List.of("project_id", "project_title", "measure", "cycle_number", "from", "to", "analysis"));
            head.addAll(ImpactCsv.head());
            csv.writeRecord(head);
            view.rows().forEach(row -> csv.writeRecord(line(row)));
        }
    }

    private static List<String> line(GroupImpactView.Row row) {
        var line = new ArrayList<String>();
        line.add(row.project().id().toString());
        line.add(ImpactCsv.safe(row.project().title()));
        line.add(row.measure() == null ? "" : ImpactCsv.safe(row.measure().name()));
        line.add(row.cycle() == null ? "" : Integer.toString(row.cycle().number()));
        line.add(row.from() == null ? "" : row.from());
        line.add(row.to() == null ? "" : row.to());
        line.add(row.analysis());
        line.addAll(ImpactCsv.line(row.school()));
        return line;
    }
}
