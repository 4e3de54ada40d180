package org.trellis.evidence.outcome;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUID version 5 (RFC 9562, section 5.5): the same name, the same id, wherever it is made. */
public final class NameBased {
    /** Version 5 of {@code trellis.evidence.cell} in the RFC's namespace of domain names. */
    private static final UUID CELLS = domain("trellis.evidence.cell");

    private NameBased() {}

    /** The id of a cell. @param name project/cycle/cohort/measure/from/to/subgroup */
    static UUID cell(String name) {
        return of(CELLS, name);
    }

    /** A namespace of our own, within the RFC's namespace of domain names. */
    public static UUID domain(String name) {
        return of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), name);
    }

    public static UUID of(UUID namespace, String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
            long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
