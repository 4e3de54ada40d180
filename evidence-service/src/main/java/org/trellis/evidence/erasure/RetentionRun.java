package org.trellis.evidence.erasure;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Whose rule is to be applied. */
record RetentionRun(@NotNull UUID organisationId) {}
