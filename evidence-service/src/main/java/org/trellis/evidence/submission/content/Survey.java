package org.trellis.evidence.submission.content;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.submission.SubmissionType;

/**
 * Answers that nobody's name stands on.
 *
 * @param edition of the instrument; the last one unless said otherwise
 * @param cohortId and point: needed where answers are counted for a success measure of the project
 * @param responses one a person, by question; nobody reads them one by one
 */
public record Survey(
        @NotNull UUID instrumentId,
        Integer edition,
        UUID cohortId,
        @Size(max = 40) @WithoutUpn String point,
        @NotNull @PastOrPresent LocalDate takenOn,
        @NotEmpty @Size(max = 2000) List<@NotNull Map<String, Object>> responses)
        implements Content {
    @Override
    public SubmissionType type() {
        return SubmissionType.SURVEY;
    }
}
