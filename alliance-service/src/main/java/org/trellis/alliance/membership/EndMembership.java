package org.trellis.alliance.membership;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The end of a membership.
 *
 * @param endsOn the first day on which it no longer holds
 */
record EndMembership(@NotNull LocalDate endsOn, @NotNull LeavingReason reason) {}
