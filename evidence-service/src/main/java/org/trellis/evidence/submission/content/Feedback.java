package org.trellis.evidence.submission.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.trellis.evidence.measure.About;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.submission.SubmissionType;

/**
 * What people said of an occasion.
 *
 * @param from who gave it
 * @param occasion such as a training day
 * @param people how many gave some
 */
public record Feedback(
        @NotNull About from,
        @NotNull @PastOrPresent LocalDate on,
        @NotBlank @Size(max = 200) @WithoutUpn String occasion,
        @NotNull @Min(1) @Max(10_000) Integer people,
        @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 2000) @WithoutUpn String> comments)
        implements Content {
    @Override
    public SubmissionType type() {
        return SubmissionType.FEEDBACK;
    }
}
