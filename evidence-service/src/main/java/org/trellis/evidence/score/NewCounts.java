package org.trellis.evidence.score;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Counts to be put into a draft; those of a cohort on a measure at a point replace all that are there of these. */
public record NewCounts(@NotEmpty @Size(max = 2000) List<@NotNull @Valid NewCount> counts) {}
