package org.trellis.reporting.rebuild;

import java.time.Instant;
import java.util.UUID;

/**
 * A rebuild of the read model, as far as it has come.
 *
 * @param events how many have been taken in
 * @param remaining how many were still to be taken in when it was last looked; null before it has begun
 */
record RebuildView(
        UUID id,
        RebuildState state,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        long events,
        Long remaining,
        String reason) {}
