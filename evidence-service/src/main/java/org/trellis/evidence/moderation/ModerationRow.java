package org.trellis.evidence.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/**
 * Something in the queue.
 *
 * @param mine whether it is assigned to the caller
 * @param assigned how many it is assigned to
 */
record ModerationRow(
        UUID submissionId,
        String title,
        @Nested("organisation") Named organisation,
        @Nested("project") Named project,
        String status,
        int revision,
        int scores,
        int references,
        boolean mine,
        int assigned,
        Instant changedAt) {}
