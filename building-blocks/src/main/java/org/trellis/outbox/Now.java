package org.trellis.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time, as finely as PostgreSQL keeps it, so that a time read back equals the time written. */
final class Now {
    private Now() {}

    static Instant asKept() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
