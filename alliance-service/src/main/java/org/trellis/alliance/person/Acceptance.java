package org.trellis.alliance.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param secret what the link carries behind its {@code #} */
record Acceptance(@NotBlank @Size(max = 100) String secret) {}
