package org.trellis.alliance.appointment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The end of an appointment.
 *
 * @param endsOn the first day on which it no longer holds
 */
record EndAppointment(@NotNull LocalDate endsOn) {}
