package org.trellis.evidence.moderation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Submissions to be spread over those who may check them, each to whoever has least waiting then. */
record NewAssignments(@NotEmpty @Size(max = 200) List<@NotNull UUID> submissionIds) {}
