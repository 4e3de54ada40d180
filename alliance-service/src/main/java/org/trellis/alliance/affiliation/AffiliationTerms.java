package org.trellis.alliance.affiliation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * What may have been written down wrongly of a tie.
 *
 * @param toId its trust, local authority, diocese or federation
 * @param endsOn the first day on which it no longer holds; null while open; the first day where it never was
 */
record AffiliationTerms(
        @NotNull UUID toId,
        @NotNull @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    @AssertTrue(message = "endsOn must not be before startsOn")
    boolean isEndedAfterItStarts() {
        return startsOn == null || endsOn == null || !endsOn.isBefore(startsOn);
    }
}
