package org.trellis.evidence.moderation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;

/** Decisions that are taken together: all of them, or none. */
record NewDecisions(@NotEmpty @Size(max = 200) List<@NotNull @Valid One> decisions) {

    /** @param revision the one that was looked at */
    record One(
            @NotNull UUID submissionId,
            @NotNull NewDecision.Decision decision,
            @NotNull @Positive Integer revision,
            @Size(max = 2000) @WithoutUpn String note) {}
}
