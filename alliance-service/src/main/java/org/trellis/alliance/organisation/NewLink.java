package org.trellis.alliance.organisation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One organisation that came from another.
 *
 * @param day the successor's first as such, where it is known
 */
record NewLink(
        @NotNull UUID predecessorId,
        @NotNull UUID successorId,
        @NotNull LinkKind kind,
        LocalDate day) {}
