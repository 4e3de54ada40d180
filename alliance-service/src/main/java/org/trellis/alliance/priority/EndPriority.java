package org.trellis.alliance.priority;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.trellis.alliance.PlausibleDay;

/** @param endsOn the first day on which it no longer holds */
record EndPriority(@NotNull @PlausibleDay LocalDate endsOn) {}
