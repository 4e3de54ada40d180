package org.trellis.alliance.affiliation;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * An affiliation as callers see it.
 *
 * @param endsOn the first day on which it no longer holds; null while open
 */
public record AffiliationView(
        UUID id,
        long version,
        @Nested("organisation") Reference organisation,
        @Nested("to") Reference to,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {}
