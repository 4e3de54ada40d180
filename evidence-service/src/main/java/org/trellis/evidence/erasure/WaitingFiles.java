package org.trellis.evidence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.evidence.reference.PupilReference;
import org.trellis.identity.Writer;

/**
 * The files of imports that are not done: a person who stands in one would come back with it. They are blotted out where
 * they stand, so that their rows are refused as rows without a reference.
 */
@ApplicationScoped
class WaitingFiles {
    private final Writer writer;

    WaitingFiles(Writer writer) {
        this.writer = writer;
    }

    /**
     * Waits for the running step of an import that has one of them, and holds the import until the transaction ends: what
     * that step has put into drafts is there to be removed, and the next one reads what is left.
     */
    void blotOut(Set<String> references) {
        writer.list(UUID.class, "select distinct import_id from import_chunk order by import_id", Map.of()).stream()
                .filter(job -> search(job, references, false))
                .forEach(job -> {
                    writer.list(
                            UUID.class,
                            "select id from import_job where id = :id for no key update",
                            Map.of("id", job));
                    search(job, references, true);
                });
    }

    /** Two chunks at a time, for one who lies across them. @return whether one of them stands in the file */
    private boolean search(UUID job, Set<String> references, boolean blot) {
        boolean found = false;
        var before = new byte[0];
        for (int number = 0; ; number++) {
            var read = chunk(job, number);
            var both = Arrays.copyOf(before, before.length + read.length);
            System.arraycopy(read, 0, both, before.length, read.length);
            if (blotted(both, references)) {
                if (!blot) {
                    return true;
                }
                found = true;
                keep(job, number - 1, Arrays.copyOf(both, before.length));
                keep(job, number, Arrays.copyOfRange(both, before.length, both.length));
            }
            if (read.length == 0) {
                return found;
            }
            before = Arrays.copyOfRange(both, before.length, both.length);
        }
    }

    /** The characters of a reference are single bytes in all that such files are written in. */
    private static boolean blotted(byte[] bytes, Set<String> references) {
        boolean found = false;
        int from = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || !PupilReference.isCharacter(bytes[at])) {
                if (at - from == PupilReference.LENGTH
                        && references.contains(new String(bytes, from, at - from, StandardCharsets.US_ASCII))) {
                    Arrays.fill(bytes, from, at, (byte) '*');
                    found = true;
                }
                from = at + 1;
            }
        }
        return found;
    }

    /** Empty after the last one. */
    private byte[] chunk(UUID job, int number) {
        return writer.one(
                        byte[].class,
                        "select bytes from import_chunk where import_id = :id and number = :number",
                        Map.of("id", job, "number", number))
                .orElse(new byte[0]);
    }

    private void keep(UUID job, int number, byte[] chunk) {
        writer.run(
                "update import_chunk set bytes = :bytes where import_id = :id and number = :number",
                Map.of("id", job, "number", number, "bytes", chunk));
    }
}
