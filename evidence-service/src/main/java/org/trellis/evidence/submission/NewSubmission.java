package org.trellis.evidence.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.score.NewScore;
import org.trellis.evidence.submission.content.Content;

/**
 * Evidence that a school begins to put together, for a cycle of a project, for a project or for an alliance.
 *
 * @param organisationId the school
 * @param levels what it is about, by Guskey's levels
 * @param scores of SCORES, what is known already; more can follow
 * @param referenceScope within which a reference means the same person; SCHOOL unless said otherwise
 * @param referenceKeyId what the school calls the key that made the references, never the key; 1 unless said otherwise
 * @param content of all other types, whole
 */
record NewSubmission(
        @NotNull UUID organisationId,
        UUID projectId,
        UUID cycleId,
        @NotNull SubmissionType type,
        @Size(max = 200) @WithoutUpn String title,
        List<@NotNull @Valid NewScore> scores,
        UUID allianceId,
        @Size(max = 5) List<@NotNull GuskeyLevel> levels,
        ReferenceScope referenceScope,

        @Pattern(regexp = "[A-Za-z0-9._-]{1,20}", message = "must be a name of a key: up to 20 letters and digits")
        @WithoutUpn
        String referenceKeyId,

        @Valid Content content) {

    NewSubmission {
        referenceScope = referenceScope == null ? ReferenceScope.SCHOOL : referenceScope;
        referenceKeyId = referenceKeyId == null ? "1" : referenceKeyId;
        scores = scores == null ? List.of() : scores;
        levels = levels == null ? List.of() : levels.stream().distinct().toList();
    }

    /** Of scores that come later. */
    static NewSubmission ofScores(UUID organisation, UUID project, UUID cycle) {
        return new NewSubmission(
                organisation, project, cycle, SubmissionType.SCORES, null, null, null, null, null, null, null);
    }

    @AssertTrue(message = "it is for a project, or one of its cycles, or for an alliance: for one of these")
    boolean isForOnePlace() {
        return (projectId == null) != (allianceId == null) && (cycleId == null || projectId != null);
    }

    @AssertTrue(message = "scores belong to a cycle of a project")
    boolean isForACycleWhereItMust() {
        return type != SubmissionType.SCORES || cycleId != null;
    }

    @AssertTrue(message = "SCORES hold scores, every other type its content, of the same type")
    boolean isOfItsType() {
        return type == null
                || (type == SubmissionType.SCORES
                        ? content == null
                        : scores.isEmpty() && content != null && content.type() == type);
    }
}
