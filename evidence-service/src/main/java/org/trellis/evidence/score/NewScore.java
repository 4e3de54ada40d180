package org.trellis.evidence.score;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One value of one pupil or member of staff.
 *
 * @param reference the pseudonym made at the school
 * @param point BASELINE, or a later point of the project's success measure
 * @param subgroups such as {@code {"PUPIL_PREMIUM": "YES"}}; those of the baseline count
 */
public record NewScore(
        @NotNull String reference,
        @NotNull UUID cohortId,
        @NotNull UUID measureId,
        @NotNull String point,
        @NotNull BigDecimal value,
        @NotNull LocalDate takenOn,
        @Size(max = 6) Map<String, String> subgroups) {}
