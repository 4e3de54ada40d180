package org.trellis.project.cycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A cycle's review.
 *
 * @param wentBadly what was not effective
 * @param challenges of peers from other alliances; where there are none, a reason why
 * @param nextFocus of the next cycle; required unless the decision is to stop
 */
record NewReview(
        @NotBlank @Size(max = 4000) String wentWell,
        @NotBlank @Size(max = 4000) String wentBadly,
        @NotBlank @Size(max = 4000) String problems,
        @Size(max = 20) List<@NotNull @Valid Challenge> challenges,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String noChallengeReason,

        @NotNull Decision decision,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String nextFocus) {

    NewReview {
        challenges = challenges == null ? List.of() : challenges;
    }

    @AssertTrue(message = "challenges, or noChallengeReason, is required, and not both")
    boolean isChallenged() {
        return challenges.isEmpty() != (noChallengeReason == null);
    }

    @AssertTrue(message = "nextFocus is required unless the decision is STOP, which has none")
    boolean isFollowed() {
        return decision == null || (decision == Decision.STOP) == (nextFocus == null);
    }
}
