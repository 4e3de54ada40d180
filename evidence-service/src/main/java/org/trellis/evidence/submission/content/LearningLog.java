package org.trellis.evidence.submission.content;

import jakarta.validation.Valid;
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

/** What somebody noted down while learning. @param keptBy whoever wrote it; nobody is named */
public record LearningLog(
        @NotNull About keptBy, @NotEmpty @Size(max = 200) List<@NotNull @Valid Entry> entries) implements Content {

    /** Of one day. */
    public record Entry(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 4000) @WithoutUpn String text) {}

    @Override
    public SubmissionType type() {
        return SubmissionType.LEARNING_LOG;
    }
}
