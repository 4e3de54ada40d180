package org.trellis.alliance.priority;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * A priority as those see it who belong to the alliance.
 *
 * @param endsOn the first day on which it no longer holds; null while none is agreed
 */
public record PriorityView(
        UUID id,
        long version,
        @Nested("alliance") Reference alliance,
        String title,
        String description,
        String focusArea,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {}
