package org.trellis.project.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param secret the part of the link behind the hash sign */
record NewAcceptance(@NotBlank @Size(max = 100) String secret) {}
