package org.trellis.project.allocation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A school or cohort with what else it is to be kept even by. */
record Labelled(@NotNull UUID id, @NotBlank @Size(max = 100) String label) {}
