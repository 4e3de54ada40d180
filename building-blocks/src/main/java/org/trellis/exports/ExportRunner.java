package org.trellis.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.trellis.identity.OnBehalf;
import org.trellis.identity.Writer;
import org.trellis.paging.CsvRows;
import org.trellis.paging.Lists;
import org.trellis.web.Parameters;

/**
 * Writes the next pages of the oldest export that nobody holds, in one transaction that holds it: who comes after one
 * that died goes on from the last page that was kept.
 */
@ApplicationScoped
class ExportRunner {
    private static final Logger LOG = Logger.getLogger(ExportRunner.class);
    private static final int PAGES = 20;
    private static final int MOST_FAILURES = 5;

    /** An export as far as it has come. @param next the page to go on with; null after the last one */
    private record Job(UUID id, String next, String actor, int rowCount, int chunks, String[] columns) {}

    private final Writer writer;
    private final Lists lists;
    private final ObjectMapper json;

    ExportRunner(Writer writer, Lists lists, ObjectMapper json) {
        this.writer = writer;
        this.lists = lists;
        this.json = json;
    }

    /** @return false where there was nothing to do */
    boolean step() {
        var held = new Job[1];
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> claim().ifPresent(job -> {
                        held[0] = job;
                        keep(OnBehalf.call(job.actor(), "export " + job.id(), () -> written(job)));
                    }));
            return held[0] != null;
        } catch (RuntimeException e) {
            LOG.errorf(e, "export %s waits", held[0] == null ? "of anybody" : held[0].id());
            failed(held[0]);
            return false;
        }
    }

    private Optional<Job> claim() {
        return writer.one(Job.class, """
                update export_job set state = 'RUNNING'
                where id = (select id from export_job where state in ('QUEUED', 'RUNNING')
                            order by requested_at, id limit 1 for no key update skip locked)
                returning id, next, actor::text as actor, row_count, chunks, columns""", Map.of());
    }

    private Job written(Job job) {
        var items = new StringBuilder();
        var columns = new LinkedHashSet<>(Arrays.asList(job.columns()));
        int rows = job.rowCount();
        String next = job.next();
        for (int pages = 0; pages < PAGES && next != null; pages++) {
            var asked = new QueryStringDecoder(next);
            var page = lists.collection(asked.path()).orElseThrow().page(Parameters.of(asked));
            for (var item : page.items()) {
                JsonNode tree = json.valueToTree(item);
                columns.addAll(CsvRows.cells(tree).keySet());
                items.append(line(tree)).append('\n');
                rows++;
            }
            next = page.next();
        }
        writer.run(
                "insert into export_chunk (export_id, number, items) values (:id, :number, :items)",
                Map.of("id", job.id(), "number", job.chunks(), "items", items.toString()));
        return new Job(job.id(), next, job.actor(), rows, job.chunks() + 1, columns.toArray(String[]::new));
    }

    private String line(JsonNode tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered as JSON can be written as JSON", e);
        }
    }

    private void keep(Job job) {
        var values = new HashMap<String, Object>(
                Map.of("id", job.id(), "rows", job.rowCount(), "chunks", job.chunks(), "columns", job.columns()));
        values.put("next", job.next());
        writer.run("""
                update export_job set next = :next, row_count = :rows, chunks = :chunks, columns = :columns, failures = 0,
                  state = case when cast(:next as text) is null then 'DONE' else 'RUNNING' end,
                  finished_at = case when cast(:next as text) is null then now() end
                where id = :id""", values);
    }

    private void failed(Job job) {
        if (job != null) {
            QuarkusTransaction.requiringNew().run(() -> writer.run("""
                    update export_job set failures = failures + 1,
                      state = case when failures + 1 >= :most then 'FAILED' else state end,
                      finished_at = case when failures + 1 >= :most then now() end
                    where id = :id""", Map.of("id", job.id(), "most", MOST_FAILURES)));
        }
    }
}
