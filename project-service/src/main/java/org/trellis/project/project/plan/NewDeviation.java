package org.trellis.project.project.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What becomes different from a frozen plan, where no other record shows it.
 *
 * @param what such as another estimator, or a school that is left out
 */
public record NewDeviation(
        @NotBlank @Size(max = 500) String what,
        @NotBlank @Size(max = 2000) String reason) {}
