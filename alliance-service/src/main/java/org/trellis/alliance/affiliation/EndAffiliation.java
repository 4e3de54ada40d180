package org.trellis.alliance.affiliation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The end of a tie.
 *
 * @param endsOn the first day on which it no longer holds
 */
record EndAffiliation(@NotNull LocalDate endsOn) {}
