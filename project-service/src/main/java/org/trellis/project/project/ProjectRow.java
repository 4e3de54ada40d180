package org.trellis.project.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;

/**
 * A project in a list.
 *
 * @param invented true for projects that exist in samples only
 */
public record ProjectRow(
        UUID id,
        long version,
        String title,
        @Nested("alliance") Reference alliance,
        String focusArea,
        String kind,
        String design,
        String state,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean invented) {}
