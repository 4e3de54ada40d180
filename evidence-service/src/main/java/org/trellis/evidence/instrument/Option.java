package org.trellis.evidence.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.trellis.evidence.reference.WithoutUpn;

/** One of the answers that a question offers. */
public record Option(
        @NotNull @Pattern(regexp = Question.ID, message = Question.ID_EXPECTED) @WithoutUpn
        String code,

        @NotBlank @Size(max = 200) @WithoutUpn String label) {}
