package org.trellis.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Comma-separated values, each column found by its header. */
final class CsvSource implements ImportSource {
    /** Characters of one row; no row of a table is longer, and more need not be held. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_COLUMNS = 1000;
    private static final byte[] ZIP = {'P', 'K', 3};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final CsvReader<CsvRecord> records;
    private final Iterator<CsvRecord> each;
    private final List<String> header;
    private final Map<String, Integer> columns;

    CsvSource(InputStream bytes, ImportKind kind) throws IOException, ImportRefused {
        var marked = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
        records = CsvReader.builder()
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(new InputStreamReader(marked, charset(marked, kind)));
        each = records.iterator();
        var first = record();
        if (first == null) {
            throw new ImportRefused("empty", "has no header");
        }
        header = first.getFields();
        columns = columns(header, kind);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Row next() throws ImportRefused {
        var row = record();
        if (row == null) {
            return null;
        }
        var line = new ImportLine((int) row.getStartingLineNumber(), columns, row.getFields());
        if (row.getFieldCount() != header.size()) {
            line.refuse("", "field-count", "has " + row.getFieldCount() + " fields, the header has " + header.size());
        }
        return new Row(line, row.getFields());
    }

    private CsvRecord record() throws ImportRefused {
        try {
            return each.hasNext() ? each.next() : null;
        } catch (CsvParseException e) {
            throw new ImportRefused(
                    "broken-csv",
                    "has a quote that is not closed, or text after one that is, or a row beyond all measure");
        }
    }

    private static Charset charset(PushbackInputStream bytes, ImportKind kind) throws IOException, ImportRefused {
        byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (Arrays.equals(start, BYTE_ORDER_MARK)) {
            return StandardCharsets.UTF_8;
        }
        if (Arrays.equals(start, ZIP)) {
            throw new ImportRefused(
                    "spreadsheet", "is a spreadsheet or another archive: save the sheet as CSV and send that");
        }
        bytes.unread(start);
        return kind.charset();
    }

    private static Map<String, Integer> columns(List<String> header, ImportKind kind) throws ImportRefused {
        if (header.size() > MOST_COLUMNS) {
            throw new ImportRefused("too-many-columns", "has more than " + MOST_COLUMNS + " columns");
        }
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i).strip(), i);
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
        if (kind.takesNoOtherColumns() && columns.size() < header.size()) {
            missing.add(new ImportFault(
                    0,
                    "",
                    "other-column",
                    "",
                    "has " + (header.size() - columns.size())
                            + " columns that are none of such a file, or there twice"));
        }
        if (!missing.isEmpty()) {
            throw new ImportRefused(missing);
        }
        return columns;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
