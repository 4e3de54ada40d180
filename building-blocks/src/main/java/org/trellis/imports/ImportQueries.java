package org.trellis.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Reader;
import org.trellis.imports.ImportView.Cause;
import org.trellis.imports.ImportView.Outcome;
import org.trellis.imports.ImportView.Progress;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** What uploaders may know of their imports. */
@ApplicationScoped
class ImportQueries implements Described {
    private static final String COLUMNS = """
            j.id, j.kind, j.state, j.format, j.complete, j.dry_run, j.mode, j.bytes, j.sha256, j.step,
            p.rows_read as progress_read,
            p.rows_applied as progress_applied, j.created as outcome_created, j.changed as outcome_changed,
            j.unchanged as outcome_unchanged,
            (select count(distinct line) from import_fault f where f.import_id = j.id and f.line > 0) as outcome_refused,
            j.submitted_at, j.started_at, j.finished_at,
            exists (select from import_refused r where r.import_id = j.id) as refused_rows""";
    private static final String FROM = "import_job j join import_progress p on p.import_id = j.id";

    /** As many causes as a person reads; the refused rows name all. */
    private static final String CAUSES = """
            select code, column_name as "column", subject, min(message) as message, count(distinct line) as "rows",
              trim_array(array_agg(line order by line), greatest(count(*) - 5, 0)::int) as lines
            from import_fault where import_id = :id
            group by code, column_name, subject order by 5 desc, 1, 2, 3 limit 100""";

    private record Row(
            UUID id,
            String kind,
            String state,
            String format,
            boolean complete,
            boolean dryRun,
            String mode,
            long bytes,
            String sha256,
            String step,
            @Nested("progress") Progress progress,
            @Nested("outcome") Outcome outcome,
            Instant submittedAt,
            Instant startedAt,
            Instant finishedAt,
            boolean refusedRows) {
        ImportView with(List<Cause> causes, String path) {
            return new ImportView(
                    id,
                    kind,
                    state,
                    format,
                    complete,
                    dryRun,
                    mode,
                    bytes,
                    sha256,
                    step,
                    progress,
                    outcome,
                    submittedAt,
                    startedAt,
                    finishedAt,
                    causes,
                    refusedRows ? path : null);
        }
    }

    private record Grouped(String code, String column, String subject, String message, int rows, Integer[] lines) {}

    private final Reader reader;
    private final List<ImportKind> kinds;

    ImportQueries(Reader reader, @All List<ImportKind> kinds) {
        this.reader = reader;
        this.kinds = kinds;
    }

    @Override
    public void describe(Lists lists) {
        if (!kinds.isEmpty()) {
            lists.at(ImportPaths.GENERIC, parameters -> list("", parameters));
        }
    }

    /** @param collection to whose jobs it has to belong, such as {@code register-imports} */
    ImportView view(String collection, UUID id) {
        var row = reader.one(
                        Row.class,
                        "select " + COLUMNS + " from " + FROM + " where j.id = :id and j.collection = :collection",
                        Map.of("id", id, "collection", collection))
                .orElseThrow(Problems::notFound);
        var causes = reader.list(Grouped.class, CAUSES, Map.of("id", id)).stream()
                .map(c -> new Cause(c.code(), c.column(), c.subject(), c.message(), c.rows(), Arrays.asList(c.lines())))
                .toList();
        return row.with(causes, "/v1/" + collection + "/" + id + "/refused-rows");
    }

    /** The caller's own imports, the latest first. */
    Page<ImportView> list(String collection, Parameters parameters) {
        var page = Listing.of(Row.class, COLUMNS, FROM)
                .id("j.id")
                .where("j.collection = :collection", "collection", Optional.of(collection))
                .sortable("submittedAt", "j.submitted_at", "timestamptz")
                .page(reader, parameters);
        return new Page<>(
                page.items().stream()
                        .map(row -> row.with(List.of(), "/v1/" + collection + "/" + row.id() + "/refused-rows"))
                        .toList(),
                page.next(),
                page.total());
    }

    /** The rows that were refused, as CSV with what is wrong with each, for seven days. */
    String refusedRows(String collection, UUID id) {
        var name = reader.one(
                        String.class,
                        "select kind from import_job where id = :id and collection = :collection",
                        Map.of("id", id, "collection", collection))
                .orElseThrow(Problems::notFound);
        if (kinds.stream().filter(kind -> kind.name().equals(name)).noneMatch(kind -> kind.permitted(reader))) {
            throw Problems.forbidden("Such files are not yours to import any more");
        }
        var rows = reader.list(String.class, """
                select r.content from import_refused r join import_job j on j.id = r.import_id
                where r.import_id = :id and j.collection = :collection order by r.line""", Map.of("id", id, "collection", collection));
        if (rows.isEmpty()) {
            throw Problems.notFound();
        }
        return String.join("", rows);
    }
}
