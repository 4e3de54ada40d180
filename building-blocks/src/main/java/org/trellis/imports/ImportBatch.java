package org.trellis.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/**
 * Rows that are applied in one transaction. SQL that works on all of them at once selects them as {@code from
 * import_row where import_id = :import and line between :first and :last and not refused}, with {@link #values}.
 */
public final class ImportBatch {
    /** A row as it was read. */
    public record Row(int line, List<String> cells) {}

    private record Stored(int line, String[] cells) {}

    private final UUID importId;
    private final boolean complete;
    private final int first;
    private final int last;
    private final Map<String, String> settings;
    private final Writer writer;
    private final List<ImportFault> faults = new ArrayList<>();

    ImportBatch(UUID importId, boolean complete, int first, int last, Map<String, String> settings, Writer writer) {
        this.importId = importId;
        this.complete = complete;
        this.first = first;
        this.last = last;
        this.settings = settings;
        this.writer = writer;
    }

    public UUID importId() {
        return importId;
    }

    /** What the request named beside the kind and the mode. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Whether the file says that what it does not name has ended. */
    public boolean complete() {
        return complete;
    }

    /** What SQL over the rows needs: {@code :import}, {@code :first} and {@code :last}. */
    public Map<String, Object> values() {
        return Map.of("import", importId, "first", first, "last", last);
    }

    /** The rows that are not refused, in the file's order. Not for the batch of all rows: there may be millions. */
    public List<Row> rows() {
        return writer.list(Stored.class, """
                        select line, cells from import_row
                        where import_id = :import and line between :first and :last and not refused
                        order by line""", values()).stream()
                .map(row -> new Row(row.line(), Collections.unmodifiableList(Arrays.asList(row.cells()))))
                .toList();
    }

    /** Refuses a row, which then counts as not applied: what was done for it must be undone by who refuses it. */
    public void refuse(ImportFault fault) {
        faults.add(fault);
    }

    List<ImportFault> faults() {
        return faults;
    }
}
