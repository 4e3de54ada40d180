package org.trellis.evidence.erasure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.evidence.Named;

/** All that is held of one person at the schools of the controller who asks: to answer a subject access request. */
record SubjectView(List<Held> scores) {

    /**
     * One of their scores.
     *
     * @param counts whether it is of the revision that counts
     */
    record Held(
            @Nested("organisation") Named organisation,
            @Nested("project") Named project,
            UUID cycleId,
            UUID submissionId,
            int revision,
            boolean accepted,
            boolean counts,
            @Nested("measure") Named measure,
            UUID cohortId,
            String point,
            BigDecimal value,
            LocalDate takenOn,
            @Json Map<String, String> subgroups) {}
}
