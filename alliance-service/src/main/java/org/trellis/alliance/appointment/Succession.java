package org.trellis.alliance.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * What becomes of a leaver's duties.
 *
 * @param on the first day on which the person is gone
 * @param successors who follows in which duty
 * @param withoutSuccessor the appointments in which nobody follows for now, so that a gap begins
 */
public record Succession(
        @NotNull @PlausibleDay LocalDate on,
        @Size(max = 100) List<@NotNull @Valid Successor> successors,
        @Size(max = 100) List<@NotNull UUID> withoutSuccessor) {

    /** Who follows in a duty. */
    public record Successor(
            @NotNull UUID appointmentId, @NotNull UUID personId) {}

    public Succession {
        successors = successors == null ? List.of() : successors;
        withoutSuccessor = withoutSuccessor == null ? List.of() : withoutSuccessor;
    }
}
