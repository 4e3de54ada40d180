package org.trellis.evidence.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How many of a cohort gave one answer of a survey that nobody's reference goes with.
 *
 * @param value the answer, in the measure's range
 */
public record NewCount(
        @NotNull UUID cohortId,
        @NotNull UUID measureId,
        @NotNull String point,
        @NotNull BigDecimal value,
        @NotNull @Positive @Max(100_000) Integer people,
        @NotNull LocalDate takenOn) {}
