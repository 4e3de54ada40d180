package org.trellis.alliance.alliance;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One thing that must be met.
 *
 * @param code by which whoever joins or leaves says that it is met
 */
@Embeddable
record Requirement(
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}", message = "must be capitals, digits and underscores, 40 at most")
        String code,

        @NotBlank @Size(max = 500) String wording) {}
