package org.trellis.evidence.submission.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.submission.SubmissionType;

/**
 * What was seen in a lesson, for the teacher's development.
 *
 * @param teacherId the person who was observed
 * @param edition of the instrument; the last one unless said otherwise
 */
public record Observation(
        @NotNull UUID teacherId,
        @NotNull UUID instrumentId,
        Integer edition,
        @NotNull @PastOrPresent LocalDate observedOn,
        @Min(1) @Max(600) Integer minutes,
        @NotNull Map<String, Object> answers)
        implements Content {
    @Override
    public SubmissionType type() {
        return SubmissionType.OBSERVATION;
    }
}
