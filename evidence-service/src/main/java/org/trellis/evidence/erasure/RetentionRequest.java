package org.trellis.evidence.erasure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * How long a school's scores are kept.
 *
 * @param months after a person's last score was taken
 */
record RetentionRequest(
        @NotNull UUID organisationId,
        @NotNull @Min(1) @Max(240) Integer months) {}
