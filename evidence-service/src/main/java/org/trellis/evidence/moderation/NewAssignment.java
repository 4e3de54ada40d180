package org.trellis.evidence.moderation;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who shall check a submission. */
record NewAssignment(@NotNull UUID personId) {}
