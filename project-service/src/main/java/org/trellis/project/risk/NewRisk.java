package org.trellis.project.risk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A risk of a project.
 *
 * @param likelihood from 1, hardly, to 5, almost certainly
 * @param impact from 1, hardly felt, to 5, the project would end
 * @param ownerId the person who minds it
 */
record NewRisk(
        @NotNull UUID projectId,
        @NotNull RiskCategory category,
        @NotBlank @Size(max = 300) String title,
        @NotNull @Min(1) @Max(5) Integer likelihood,
        @NotNull @Min(1) @Max(5) Integer impact,
        @NotBlank @Size(max = 4000) String mitigation,
        @NotNull UUID ownerId) {}
