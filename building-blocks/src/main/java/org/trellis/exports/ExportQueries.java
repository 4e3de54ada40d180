package org.trellis.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.CsvRows;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** What callers may know of their exports. */
@ApplicationScoped
class ExportQueries implements Described {
    private static final String COLUMNS = """
            e.id, e.list, e.state, e.row_count as "rows", e.requested_at, e.finished_at,
            case when e.state = 'DONE' then e.path || '/' || e.id || '/file' end as file""";

    private record File(int chunks, String[] columns) {}

    private final Reader reader;
    private final ObjectMapper json;

    ExportQueries(Reader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/{service}-exports", this::list);
    }

    ExportView view(UUID id) {
        return reader.one(
                        ExportView.class, "select " + COLUMNS + " from export_job e where e.id = :id", Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<ExportView> list(Parameters parameters) {
        return Listing.of(ExportView.class, COLUMNS, "export_job e")
                .id("e.id")
                .sortable("requestedAt", "e.requested_at", "timestamptz")
                .page(reader, parameters);
    }

    void writeJsonLines(UUID id, OutputStream out) throws IOException {
        int chunks = file(id).chunks();
        for (int number = 0; number < chunks; number++) {
            out.write(chunk(id, number).getBytes(StandardCharsets.UTF_8));
        }
    }

    void writeCsv(UUID id, OutputStream out) throws IOException {
        var file = file(id);
        try (var csv = new CsvRows(out, List.of(file.columns()))) {
            for (int number = 0; number < file.chunks(); number++) {
                for (var item : chunk(id, number).lines().toList()) {
                    csv.write(CsvRows.cells(json.readTree(item)));
                }
            }
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 also where it is not done yet */
    void requireDone(UUID id) {
        file(id);
    }

    private File file(UUID id) {
        return reader.one(
                        File.class,
                        "select chunks, columns from export_job where id = :id and state = 'DONE'",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    private String chunk(UUID id, int number) {
        return reader.one(
                        String.class,
                        "select items from export_chunk where export_id = :id and number = :number",
                        Map.of("id", id, "number", number))
                .orElseThrow(Problems::notFound);
    }
}
