package org.trellis.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.trellis.identity.Writer;

/** Rows on their way into the database, thousands at a time by COPY. */
final class ImportRows {
    static final int MOST = 5000;

    private final UUID id;
    private final Writer writer;
    private final StringBuilder text = new StringBuilder();
    private int waiting;
    private int kept;

    ImportRows(UUID id, Writer writer) {
        this.id = id;
        this.writer = writer;
    }

    void add(int line, List<String> cells) {
        text.append(id).append('\t').append(line).append("\t{");
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",");
            cell(cells.get(i));
        }
        text.append("}\n");
        waiting++;
    }

    /** An array's element within a line of COPY's text: what either gives a meaning is escaped for both. */
    private void cell(String cell) {
        if (cell == null) {
            text.append("NULL");
            return;
        }
        text.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\\\"");
                case '\\' -> text.append("\\\\\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
        text.append('"');
    }

    boolean full() {
        return waiting == MOST;
    }

    /** How many are in the database. */
    int kept() {
        return kept;
    }

    void keep() {
        writer.with(handle -> {
            try {
                return handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy import_row (import_id, line, cells) from stdin",
                                new StringReader(text.toString()));
            } catch (SQLException e) {
                throw new IllegalStateException("rows that were read cannot be kept", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        kept += waiting;
        waiting = 0;
        text.setLength(0);
    }
}
