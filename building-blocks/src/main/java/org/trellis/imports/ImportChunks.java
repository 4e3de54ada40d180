package org.trellis.imports;

import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** The bytes of a received file, a chunk at a time in memory. */
final class ImportChunks extends InputStream {
    private final UUID id;
    private final Writer writer;
    private byte[] chunk = {};
    private int position;
    private int number;

    ImportChunks(UUID id, Writer writer) {
        this.id = id;
        this.writer = writer;
    }

    @Override
    public int read() {
        return more() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int read = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, read);
        position += read;
        return read;
    }

    private boolean more() {
        if (position == chunk.length) {
            chunk = writer.one(
                            byte[].class,
                            "select bytes from import_chunk where import_id = :id and number = :number",
                            Map.of("id", id, "number", number))
                    .orElse(new byte[0]);
            number++;
            position = 0;
        }
        return chunk.length > 0;
    }
}
