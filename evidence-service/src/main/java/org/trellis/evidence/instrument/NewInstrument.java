package org.trellis.evidence.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.trellis.evidence.measure.About;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * A form to be drafted.
 *
 * @param code short and stable, such as {@code TEACHER_CONFIDENCE}
 * @param about who answers, or is observed
 * @param allianceId whose own it is; without one it is for all
 */
record NewInstrument(
        @NotNull
        @Pattern(
                regexp = "[A-Z][A-Z0-9_]{1,39}",
                message = "must be 2 to 40 capital letters, digits and underscores, starting with a letter")
        @WithoutUpn
        String code,

        @NotBlank @Size(max = 200) @WithoutUpn String name,
        @NotNull Purpose purpose,
        @NotNull About about,
        UUID allianceId,
        @NotNull @Valid Definition definition) {}
