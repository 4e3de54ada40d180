package org.trellis.evidence.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.trellis.evidence.reference.WithoutUpn;

/** What can be changed in a form's next edition. */
record InstrumentChange(
        @NotBlank @Size(max = 200) @WithoutUpn String name,
        @NotNull @Valid Definition definition) {}
