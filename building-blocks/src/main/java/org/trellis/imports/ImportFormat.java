package org.trellis.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** How a file writes its rows. */
enum ImportFormat {
    /** A header, then cells. */
    CSV {
        @Override
        ImportSource open(InputStream bytes, ImportKind kind) throws IOException, ImportRefused {
            return new CsvSource(bytes, kind);
        }
    },
    /** One object a line. */
    JSON_LINES {
        @Override
        ImportSource open(InputStream bytes, ImportKind kind) throws IOException {
            return new JsonLinesSource(bytes, kind);
        }
    };

    static final String CSV_TYPE = "text/csv";
    static final String JSON_LINES_TYPE = "application/x-ndjson";

    static ImportFormat of(MediaType type) {
        return MediaType.valueOf(JSON_LINES_TYPE).isCompatible(type) ? JSON_LINES : CSV;
    }

    abstract ImportSource open(InputStream bytes, ImportKind kind) throws IOException, ImportRefused;
}
