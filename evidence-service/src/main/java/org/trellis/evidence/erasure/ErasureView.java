package org.trellis.evidence.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was removed, never whose.
 *
 * @param people how many
 * @param submissionIds where their scores were
 */
record ErasureView(
        UUID id,
        Instant erasedAt,
        ErasureCause cause,
        int people,
        int scores,
        List<UUID> submissionIds,
        String reason) {}
