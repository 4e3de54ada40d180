package org.trellis.alliance.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * What a person would leave behind.
 *
 * @param asksForSuccessor true for a duty: on leaving, someone is named who follows, or nobody
 * @param lapses true for a sponsorship, which the next head is asked for again
 */
public record OpenDuty(
        UUID appointmentId,
        String role,
        @Nested("organisation") Reference organisation,
        @Nested("alliance") Reference alliance,
        LocalDate startsOn,
        boolean asksForSuccessor,
        boolean lapses) {

    String atItsPlace() {
        return role + " at " + (organisation == null ? alliance.name() : organisation.name()) + " (appointment "
                + appointmentId + ")";
    }
}
