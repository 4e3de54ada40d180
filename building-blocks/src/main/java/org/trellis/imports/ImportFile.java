package org.trellis.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** The file as a whole is refused. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<ImportFault> faults;

        Refused(List<ImportFault> faults) {
            super("refused", null, false, false);
            this.faults = faults;
        }

        Refused(String code, String message) {
            this(List.of(new ImportFault(0, "", code, "", message)));
        }
    }

    private final Writer writer;
    private final ImportFaults faults;

    ImportFile(Writer writer, ImportFaults faults) {
        this.writer = writer;
        this.faults = faults;
    }

    /** Reads all rows and keeps the good ones to be applied. @return false where the file as a whole is refused */
    boolean read(UUID id, ImportKind kind) {
        try (var records = open(id, kind)) {
            readAll(id, kind, records);
            return true;
        } catch (Refused e) {
            faults.keep(id, e.faults);
        } catch (CsvParseException e) {
            faults.keep(
                    id, new Refused("broken-csv", "has a quote that is not closed, or text after one that is").faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private void readAll(UUID id, ImportKind kind, CsvReader<CsvRecord> records) throws Refused {
        var each = records.iterator();
        if (!each.hasNext()) {
            throw new Refused("empty", "has no header");
        }
        var header = each.next();
        var columns = columns(header, kind);
        var rows = new ImportRows(id, writer);
        var found = new ArrayList<ImportFault>();
        int faulty = 0;
        while (each.hasNext()) {
            var line = line(each.next(), header.getFieldCount(), columns);
            var cells = line.refused() ? List.<String>of() : kind.read(line).orElse(List.of());
            if (line.refused()) {
                found.addAll(line.faults());
                if (++faulty > MOST_FAULTS) {
                    throw new Refused("too-many-faults", "has more than " + MOST_FAULTS + " faulty rows");
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
    void keepRefusedRows(UUID id, ImportKind kind) {
        var why = faults.byLine(id);
        if (why.isEmpty()) {
            return;
        }
        writer.run("delete from import_refused where import_id = :id", Map.of("id", id));
        try (var records = open(id, kind)) {
            boolean header = true;
            for (var row : records) {
                int line = (int) row.getStartingLineNumber();
                if (header || why.containsKey(line)) {
                    var lead = header ? List.of("line", "faults") : List.of(Integer.toString(line), why.get(line));
                    writer.run(
                            "insert into import_refused (import_id, line, content) values (:id, :line, :content)",
                            Map.of("id", id, "line", header ? 0 : line, "content", written(lead, row.getFields())));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private CsvReader<CsvRecord> open(UUID id, ImportKind kind) throws IOException {
        var bytes = new PushbackInputStream(new ImportChunks(id, writer), BYTE_ORDER_MARK.length);
        return CsvReader.builder()
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new InputStreamReader(bytes, charset(bytes, kind)));
    }

    private static Charset charset(PushbackInputStream bytes, ImportKind kind) throws IOException {
        byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (Arrays.equals(start, BYTE_ORDER_MARK)) {
            return StandardCharsets.UTF_8;
        }
        bytes.unread(start);
        return kind.charset();
    }

    private static Map<String, Integer> columns(CsvRecord header, ImportKind kind) throws Refused {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            positions.putIfAbsent(header.getField(i).strip(), i);
        }
        var columns = new HashMap<String, Integer>();
        var missing = new ArrayList<ImportFault>();
        for (var column : kind.columns()) {
            Stream.concat(Stream.of(column.name()), column.otherNames().stream())
                    .filter(positions::containsKey)
                    .findFirst()
                    .ifPresentOrElse(name -> columns.put(column.name(), positions.get(name)), () -> {
                        if (column.required()) {
                            missing.add(
                                    new ImportFault(0, column.name(), "missing-column", "", "is not in the header"));
                        }
                    });
        }
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        return columns;
    }

    private static ImportLine line(CsvRecord row, int width, Map<String, Integer> columns) {
        var line = new ImportLine((int) row.getStartingLineNumber(), columns, row.getFields());
        if (row.getFieldCount() != width) {
            line.refuse("", "field-count", "has " + row.getFieldCount() + " fields, the header has " + width);
        }
        return line;
    }
}
