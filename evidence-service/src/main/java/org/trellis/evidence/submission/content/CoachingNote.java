package org.trellis.evidence.submission.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.submission.SubmissionType;

/**
 * What a coach and a teacher worked on in a session.
 *
 * @param teacherId the person who was coached
 * @param endedAt when the session was over
 */
public record CoachingNote(
        @NotNull UUID teacherId,
        @NotNull @PastOrPresent OffsetDateTime endedAt,
        @Min(1) @Max(600) Integer minutes,
        @NotBlank @Size(max = 200) @WithoutUpn String focus,
        @NotBlank @Size(max = 4000) @WithoutUpn String note,
        @Size(max = 2000) @WithoutUpn String nextSteps)
        implements Content {
    @Override
    public SubmissionType type() {
        return SubmissionType.COACHING_NOTE;
    }
}
