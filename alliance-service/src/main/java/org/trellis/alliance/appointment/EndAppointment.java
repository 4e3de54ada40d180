package org.trellis.alliance.appointment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.trellis.alliance.PlausibleDay;

/**
 * The end of an appointment.
 *
 * @param endsOn the first day on which it no longer holds
 */
record EndAppointment(@NotNull @PlausibleDay LocalDate endsOn) {}
