package org.trellis.project.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The next version of a project's terms. */
record NewTerms(@NotBlank @Size(max = 20_000) String text) {}
