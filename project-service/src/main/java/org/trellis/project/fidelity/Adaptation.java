package org.trellis.project.fidelity;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a school did otherwise than described.
 *
 * @param ingredient the active ingredient that it touches, in the intervention's words; null for none
 */
@Embeddable
record Adaptation(
        @NotBlank @Size(max = 2000) String what,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String ingredient,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String reason) {}
