package org.trellis.outbox;

import java.security.SecureRandom;
import java.util.UUID;

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then random bits. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (RANDOM.nextLong() & 0x0fff);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
