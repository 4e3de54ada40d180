package org.trellis.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trellis.web.Text;

/** One row of a file, its cells by column. A cell that is empty, or whose column is not in the file, is null. */
public final class ImportLine {
    private final int number;
    private final Map<String, Integer> columns;
    private final List<String> fields;
    private final List<ImportFault> faults = new ArrayList<>();

    ImportLine(int number, Map<String, Integer> columns, List<String> fields) {
        this.number = number;
        this.columns = columns;
        this.fields = fields;
    }

    /** Where the row starts in the file; the header is line 1. */
    public int number() {
        return number;
    }

    /** Whether there is anything in this column. */
    public boolean has(String column) {
        var position = columns.get(column);
        return position != null && !fields.get(position).isBlank();
    }

    public String text(String column) {
        var position = columns.get(column);
        var text = position == null ? "" : fields.get(position).strip();
        if (text.indexOf('\ufffd') >= 0) {
            refuse(column, "undecodable", "has a character that is none in the file's encoding");
        } else if (!Text.storable(text)) {
            refuse(column, "unstorable", "must not contain NUL or half a surrogate pair");
        } else if (!text.isEmpty()) {
            return text;
        }
        return null;
    }

    /** @param most how many characters it may have */
    public String text(String column, int most) {
        var text = text(column);
        if (text != null && text.length() > most) {
            refuse(column, "too-long", "must have at most " + most + " characters");
        }
        return text;
    }

    public String required(String column) {
        var text = text(column);
        if (text == null && !refused(column)) {
            refuse(column, "missing", "must not be empty");
        }
        return text;
    }

    /** @param pattern a regular expression for the whole cell */
    public String matching(String column, String pattern, String expected) {
        var text = text(column);
        if (text != null && !text.matches(pattern)) {
            refuse(column, "malformed", expected);
            return null;
        }
        return text;
    }

    public LocalDate day(String column, DateTimeFormatter format, String expected) {
        return read(column, text -> LocalDate.parse(text, format), "no-day", expected);
    }

    public Integer whole(String column, int least, int most) {
        var expected = "must be a whole number from " + least + " to " + most;
        var value = read(column, Integer::valueOf, "no-number", expected);
        if (value != null && (value < least || value > most)) {
            refuse(column, "out-of-range", expected);
        }
        return value;
    }

    public BigDecimal decimal(String column, BigDecimal least, BigDecimal most) {
        var expected = "must be a number from " + least + " to " + most;
        var value = read(column, BigDecimal::new, "no-number", expected);
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
            refuse(column, "out-of-range", expected);
        }
        return value;
    }

    /** @param values what the file writes for each value; anything else is refused */
    public <T> T coded(String column, Map<String, T> values) {
        var text = text(column);
        if (text != null && !values.containsKey(text)) {
            refuse(column, "unknown-code", text, "is no value of this column that is known here");
        }
        return text == null ? null : values.get(text);
    }

    /** Refuses the row. @param code the cause, stable, in lower case with hyphens */
    public void refuse(String column, String code, String message) {
        refuse(column, code, "", message);
    }

    /** The same for a cause that many rows share. @param subject what they have in common */
    public void refuse(String column, String code, String subject, String message) {
        faults.add(new ImportFault(number, column, code, subject, message));
    }

    public boolean refused() {
        return !faults.isEmpty();
    }

    List<ImportFault> faults() {
        return faults;
    }

    private boolean refused(String column) {
        return faults.stream().anyMatch(fault -> fault.column().equals(column));
    }

    private <T> T read(String column, Function<String, T> type, String code, String expected) {
        var text = text(column);
        try {
            return text == null ? null : type.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(column, code, expected);
            return null;
        }
    }
}
