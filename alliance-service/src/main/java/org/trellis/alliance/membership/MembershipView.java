package org.trellis.alliance.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * A membership as callers see it.
 *
 * @param endsOn the first day on which it no longer holds; null while open
 * @param joinedUnder the version of the joining protocol that was met; null where there was none
 * @param leftUnder the version of the leaving protocol that was met; null where there was none
 */
public record MembershipView(
        UUID id,
        long version,
        @Nested("alliance") Reference alliance,
        @Nested("organisation") Reference organisation,
        String role,
        LocalDate startsOn,
        LocalDate endsOn,
        String leavingReason,
        Integer joinedUnder,
        Integer leftUnder)
        implements Versioned {}
