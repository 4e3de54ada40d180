package org.trellis.alliance.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * An appointment as those see it who may see the person.
 *
 * @param endsOn the first day on which it no longer holds; null while open
 * @param ending how it ended; null while open
 */
public record AppointmentView(
        UUID id,
        long version,
        @Nested("person") Reference person,
        String role,
        @Nested("organisation") Reference organisation,
        @Nested("alliance") Reference alliance,
        LocalDate startsOn,
        LocalDate endsOn,
        String ending)
        implements Versioned {}
