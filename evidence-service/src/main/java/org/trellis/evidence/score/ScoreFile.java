package org.trellis.evidence.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A file of scores, one a line: comma-separated, UTF-8, with a header. Whatever is wrong is found in one pass. */
public final class ScoreFile {
    private static final int MOST_COLUMNS = 100;

    private final Refusals refusals;
    private final ScoreRules rules = new ScoreRules();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<Dimension, Integer> dimensions = new EnumMap<>(Dimension.class);
    private int width;

    private ScoreFile(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Reads what can be read and notes the rest; a file whose header is wrong has no lines. */
    public static List<Line> read(byte[] file, Refusals refusals) {
        var lines = new ArrayList<Line>();
        decoded(file, refusals).ifPresent(text -> {
            var scores = new ScoreFile(refusals);
            try (var records = CsvReader.builder()
                    .detectBomHeader(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)) {
                var each = records.iterator();
                if (!each.hasNext()) {
                    refusals.add("line 1", "must be a header");
                } else if (scores.header(each.next())) {
                    each.forEachRemaining(row -> scores.line(row).ifPresent(lines::add));
                }
            } catch (CsvParseException e) {
                refusals.add("$", "is not CSV: a quote is not closed, or text follows a closing quote");
            } catch (IOException e) {
                throw new IllegalStateException("a text in memory cannot be closed", e);
            }
        });
        return lines;
    }

    private static Optional<String> decoded(byte[] file, Refusals refusals) {
        var bytes = ByteBuffer.wrap(file);
        var text = CharBuffer.allocate(file.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            long line = 1 + text.flip().chars().filter(c -> c == '\n').count();
            refusals.add("line " + line, "is not UTF-8");
            return Optional.empty();
        }
        var all = text.flip().toString();
        return Optional.of(all.startsWith("\ufeff") ? all.substring(1) : all);
    }

    private boolean header(CsvRecord row) {
        width = row.getFieldCount();
        if (width > MOST_COLUMNS) {
            refusals.add("line 1", "has more than " + MOST_COLUMNS + " columns");
            return false;
        }
        boolean good = true;
        for (int i = 0; i < width; i++) {
            good &= heading(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        for (var column : Column.values()) {
            if (!columns.containsKey(column)) {
                refusals.add("line 1", "the column " + column.file() + " is missing");
                good = false;
            }
        }
        return good;
    }

    private boolean heading(String name, int position) {
        Integer before = null;
        boolean known = false;
        for (var column : Column.values()) {
            if (column.file().equals(name)) {
                known = true;
                before = columns.putIfAbsent(column, position);
            }
        }
        for (var dimension : Dimension.values()) {
            if (dimension.column().equals(name)) {
                known = true;
                before = dimensions.putIfAbsent(dimension, position);
            }
        }
        if (!known || before != null) {
            // the name itself is not repeated: it may be anything, a pupil's included
            refusals.add(
                    "line 1, column " + (position + 1), known ? "is there twice" : "is not a column of such a file");
        }
        return known && before == null;
    }

    private Optional<Line> line(CsvRecord row) {
        var place = new Place.InFile(row.getStartingLineNumber());
        if (row.getFieldCount() != width) {
            refusals.add(
                    "line " + row.getStartingLineNumber(),
                    "has " + row.getFieldCount() + " columns, the header has " + width);
            return Optional.empty();
        }
        var subgroups = new LinkedHashMap<String, String>();
        dimensions.forEach((dimension, position) -> {
            var value = cell(row, position, place.of(dimension.column()));
            if (value != null && !value.isEmpty()) {
                subgroups.put(dimension.name(), value.toUpperCase(Locale.ROOT));
            }
        });
        return Optional.of(new Line(
                place,
                required(row, Column.REFERENCE, place, text -> text, ""),
                required(row, Column.COHORT, place, text -> text, ""),
                required(row, Column.MEASURE, place, text -> text, ""),
                required(row, Column.POINT, place, text -> text, ""),
                required(row, Column.VALUE, place, ScoreRules::number, "must be a number such as 101.5"),
                required(row, Column.TAKEN_ON, place, LocalDate::parse, "must be a calendar day such as 2026-03-31"),
                subgroups));
    }

    private <T> T required(CsvRecord row, Column column, Place place, Function<String, T> type, String expected) {
        var text = cell(row, columns.get(column), place.of(column));
        if (text == null) {
            return null;
        }
        if (text.isEmpty()) {
            refusals.add(place.of(column), "must not be empty");
            return null;
        }
        try {
            return type.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            refusals.add(place.of(column), expected);
            return null;
        }
    }

    /** Null where the cell is not one that may come in. */
    private String cell(CsvRecord row, int position, String place) {
        var text = row.getField(position).strip();
        var fault = rules.cell(text);
        fault.ifPresent(f -> refusals.add(place, f.message()));
        return fault.isEmpty() ? text : null;
    }
}
