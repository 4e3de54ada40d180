package org.trellis.project.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A baseline that a school may do without.
 *
 * @param measureId of one success measure; all of them unless given
 */
record NewWaiver(
        @NotNull UUID participationId,
        UUID measureId,
        @NotBlank @Size(max = 2000) String reason) {}
