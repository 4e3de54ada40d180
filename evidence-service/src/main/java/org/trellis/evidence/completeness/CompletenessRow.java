package org.trellis.evidence.completeness;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/**
 * How much of a cohort's scores on a measure at a point is there.
 *
 * @param expected the cohort's size; null where it is not known, or nothing is expected any more
 * @param received how many have a score that was handed in, accepted ones included
 * @param missing of those expected; null where that is not known
 * @param overdueSchoolDays school days since the due day, while anything is missing
 */
record CompletenessRow(
        UUID id,
        @Nested("project") Named project,
        @Nested("cycle") Named cycle,
        @Nested("organisation") Named organisation,
        @Nested("cohort") Named cohort,
        @Nested("measure") Named measure,
        String point,
        LocalDate due,
        Integer expected,
        int received,
        int accepted,
        Integer missing,
        int overdueSchoolDays) {}
