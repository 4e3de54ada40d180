package org.trellis.alliance.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * A link as callers see it.
 *
 * @param kind SUCCESSION, MERGER of several into one, or SPLIT of one into several
 * @param day the successor's first as such, where it is known
 * @param status PROPOSED until somebody confirms or rejects what the register's data suggest
 */
public record LinkView(
        UUID id,
        @Nested("predecessor") Reference predecessor,
        @Nested("successor") Reference successor,
        String kind,
        LocalDate day,
        String status) {}
