package org.trellis.evidence.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.score.NewScore;

/**
 * Evidence that a school begins to put together.
 *
 * @param organisationId the school
 * @param scores what is known already; more can follow
 */
record NewSubmission(
        @NotNull UUID organisationId,
        @NotNull UUID projectId,
        @NotNull UUID cycleId,
        @NotNull SubmissionType type,
        @Size(max = 200) @WithoutUpn String title,
        List<@NotNull @Valid NewScore> scores) {

    @Override
    public List<NewScore> scores() {
        return scores == null ? List.of() : scores;
    }
}
