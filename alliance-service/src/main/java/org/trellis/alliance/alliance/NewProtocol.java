package org.trellis.alliance.alliance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.trellis.alliance.PlausibleDay;

/**
 * What must be met from a day on; the next version of a protocol.
 *
 * @param validFrom its first day; it holds until a later version begins
 * @param requirements none where nothing needs to be met any more
 */
record NewProtocol(
        @NotNull ProtocolKind kind,
        @NotNull @PlausibleDay LocalDate validFrom,
        @NotNull @Size(max = 30) List<@NotNull @Valid Requirement> requirements) {

    @AssertTrue(message = "requirements must have codes that differ")
    boolean isToldApart() {
        if (requirements == null) {
            return true;
        }
        var codes = requirements.stream()
                .filter(Objects::nonNull)
                .map(Requirement::code)
                .filter(Objects::nonNull)
                .toList();
        return new HashSet<>(codes).size() == codes.size();
    }
}
