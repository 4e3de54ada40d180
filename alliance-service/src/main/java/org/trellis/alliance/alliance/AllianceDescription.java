package org.trellis.alliance.alliance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What may be changed of an alliance by a merge patch. */
record AllianceDescription(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 4000) String vision) {}
