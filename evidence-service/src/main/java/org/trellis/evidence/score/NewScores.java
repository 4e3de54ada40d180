package org.trellis.evidence.score;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Scores to be put into a draft, or to replace those that are there. */
public record NewScores(@NotEmpty List<@NotNull @Valid NewScore> scores) {}
