package org.trellis.project.participation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/**
 * An organisation to be brought into a project.
 *
 * @param status how it comes in: INVITED (unless given) by the project's side, INTERESTED by its own
 * @param startsOn from when it takes part; the day it commits unless given
 */
public record NewParticipation(
        @NotNull UUID projectId,
        @NotNull UUID organisationId,
        Entry status,
        @PlausibleDay LocalDate startsOn) {

    /** How an organisation comes in. */
    public enum Entry {
        INTERESTED,
        INVITED
    }

    boolean asked() {
        return status != Entry.INTERESTED;
    }
}
