package org.trellis.alliance.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * A duty without a holder.
 *
 * @param appointmentId of the last one who held it
 * @param role the duty; a headship of any name is HEADTEACHER
 * @param lastHolder without a name where the caller no longer sees the person
 * @param since the first day on which nobody held it
 * @param days for how many days by the day that was asked for
 */
public record Gap(
        UUID appointmentId,
        String role,
        @Nested("organisation") Reference organisation,
        @Nested("alliance") Reference alliance,
        @Nested("lastHolder") Reference lastHolder,
        LocalDate since,
        int days) {}
