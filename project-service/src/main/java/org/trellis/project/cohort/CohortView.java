package org.trellis.project.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * A cohort as callers see it.
 *
 * @param teacherReferences pseudonyms of those who teach it; told to its school and to those who run the project
 * @param priorYear true for last year's cohort, with which this year's is compared
 */
public record CohortView(
        UUID id,
        long version,
        @Nested("project") Reference project,
        UUID participationId,
        @Nested("organisation") Reference organisation,
        String name,
        String arm,
        String about,
        String yearGroup,
        Integer size,
        boolean priorYear,
        List<String> teacherReferences,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {}
