package org.trellis.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.identity.Writer;
import org.trellis.paging.Cells;

/** A received file, read from its chunks row by row. */
@ApplicationScoped
class ImportFile {
    /** With more than these the file is another one than its uploader thinks. */
    private static final int MOST_FAULTS = 100_000;

    private final Writer writer;
    private final ImportFaults faults;

    ImportFile(Writer writer, ImportFaults faults) {
        this.writer = writer;
        this.faults = faults;
    }

    /** Reads all rows and keeps the good ones to be applied. @return false where the file as a whole is refused */
    boolean read(ImportJob job, ImportKind kind) {
        try (var source = open(job, kind)) {
            readAll(job.id(), kind.reading(job.settings()), source);
            return true;
        } catch (ImportRefused e) {
            faults.keep(job.id(), e.faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private void readAll(UUID id, ImportKind.Reading reading, ImportSource source) throws IOException, ImportRefused {
        var rows = new ImportRows(id, writer);
        var found = new ArrayList<ImportFault>();
        int faulty = 0;
        for (var row = source.next(); row != null; row = source.next()) {
            var line = row.line();
            var cells = line.refused() ? List.<String>of() : reading.read(line).orElse(List.of());
            if (line.refused()) {
                found.addAll(line.faults());
                if (++faulty > MOST_FAULTS) {
                    throw new ImportRefused("too-many-faults", "has more than " + MOST_FAULTS + " faulty rows");
                }
            } else if (!cells.isEmpty()) {
                rows.add(line.number(), cells);
            }
            if (rows.full() || found.size() >= ImportRows.MOST) {
                keep(id, rows, found);
            }
        }
        keep(id, rows, found);
    }

    private void keep(UUID id, ImportRows rows, List<ImportFault> found) {
        rows.keep();
        faults.keep(id, found);
        found.clear();
        QuarkusTransaction.requiringNew()
                .run(() -> writer.run(
                        "update import_progress set rows_read = :rows where import_id = :id",
                        Map.of("id", id, "rows", rows.kept())));
    }

    /** The rows that were refused, as they came, with the line and what is wrong before them. */
    void keepRefusedRows(ImportJob job, ImportKind kind) {
        var why = faults.byLine(job.id());
        if (why.isEmpty()) {
            return;
        }
        writer.run("delete from import_refused where import_id = :id", Map.of("id", job.id()));
        try (var source = open(job, kind)) {
            keepRefused(job.id(), 0, List.of("line", "faults"), source.header(), kind);
            for (var row = source.next(); row != null; row = source.next()) {
                int line = row.line().number();
                if (why.containsKey(line)) {
                    keepRefused(job.id(), line, List.of(Integer.toString(line), why.get(line)), row.cells(), kind);
                }
            }
        } catch (ImportRefused e) {
            throw new IllegalStateException("a file that was read before cannot be read any more", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepRefused(UUID id, int line, List<String> lead, List<String> cells, ImportKind kind) {
        writer.run(
                "insert into import_refused (import_id, line, content) values (:id, :line, :content)",
                Map.of(
                        "id",
                        id,
                        "line",
                        line,
                        "content",
                        written(lead, cells.stream().map(kind::givenBack).toList())));
    }

    private static String written(List<String> lead, List<String> fields) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(Stream.concat(lead.stream(), fields.stream())
                    .map(text -> Cells.safe(text.replace("\0", "")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private ImportSource open(ImportJob job, ImportKind kind) throws IOException, ImportRefused {
        return job.format().open(new ImportChunks(job.id(), writer), kind);
    }
}
