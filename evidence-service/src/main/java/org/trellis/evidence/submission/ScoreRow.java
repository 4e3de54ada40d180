package org.trellis.evidence.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/** A row of a submission, for those who may see rows. */
record ScoreRow(
        UUID id,
        String reference,
        UUID cohortId,
        UUID measureId,
        String point,
        BigDecimal value,
        LocalDate takenOn,
        @Json Map<String, String> subgroups) {}
