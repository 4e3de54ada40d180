package org.trellis.evidence.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/** An accepted score that counts. */
record Scored(
        String reference,
        UUID cohortId,
        UUID organisationId,
        String point,
        BigDecimal value,
        LocalDate takenOn,
        @Json Map<String, String> subgroups,
        UUID submissionId,
        int revision) {

    Cell.Source source() {
        return new Cell.Source(submissionId, revision);
    }
}
