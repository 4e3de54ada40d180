package org.trellis.project.project;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.trellis.project.PlausibleDay;

/**
 * When a measure is taken.
 *
 * @param due the day by which; null where none is agreed
 */
@Embeddable
record MeasurePoint(
        @NotNull
        @Pattern(
                regexp = "BASELINE|REVIEW_[1-9]|OUTCOME|FOLLOW_UP_[1-9]",
                message = "must be BASELINE, REVIEW_1 to REVIEW_9, OUTCOME or FOLLOW_UP_1 to FOLLOW_UP_9")
        String point,

        @PlausibleDay LocalDate due) {}
