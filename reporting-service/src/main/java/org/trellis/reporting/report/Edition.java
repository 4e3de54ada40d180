package org.trellis.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is published, byte for byte.
 *
 * @param reason why the edition before it was corrected; null for the first
 * @param named schools whose results it shows by name
 */
record Edition(
        Instant publishedAt,
        String reason,
        List<Differences.Difference> changes,
        String json,
        String html,
        String sha256,
        List<UUID> named) {}
