package org.trellis.project.fidelity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * How true a school was to an intervention in a cycle; replaces what it said before.
 *
 * @param delivered the active ingredients that were delivered, in the intervention's words
 */
record NewFidelity(
        @NotNull UUID cycleId,
        @NotNull UUID participationId,
        @NotNull UUID interventionId,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 2000) String> delivered,
        @Size(max = 50) List<@NotNull @Valid Adaptation> adapted,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {

    NewFidelity {
        adapted = adapted == null ? List.of() : adapted;
    }
}
