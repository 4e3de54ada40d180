package org.trellis.evidence.outcome;

import java.math.BigDecimal;
import java.util.UUID;

/** How many gave an answer, of a survey without references that counts. */
record Tallied(
        UUID cohortId,
        UUID organisationId,
        String point,
        BigDecimal value,
        int people,
        UUID submissionId,
        int revision) {

    Cell.Source source() {
        return new Cell.Source(submissionId, revision);
    }
}
