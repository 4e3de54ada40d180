package org.trellis.project.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * A person's role at a project, as callers see it; who the person is, alliance-service knows.
 *
 * @param endsOn the first day on which it holds no more; null while it is open
 */
public record ProjectAppointmentView(
        UUID id,
        long version,
        @Nested("project") Reference project,
        UUID personId,
        String role,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {}
