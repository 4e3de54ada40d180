package org.trellis.evidence.moderation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * What a moderator decides.
 *
 * @param revision the one that was looked at; refused where another one waits by now
 */
record NewDecision(
        @NotNull Decision decision,
        @Positive Integer revision,
        @Size(max = 2000) @WithoutUpn String note) {

    /** Accepted evidence counts; returned evidence is the school's to mend. */
    enum Decision {
        ACCEPT,
        RETURN
    }
}
