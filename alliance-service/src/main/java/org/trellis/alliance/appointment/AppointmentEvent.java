package org.trellis.alliance.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an appointment: an opaque person and a role. */
sealed interface AppointmentEvent extends Event {
    /**
     * An appointment's public state.
     *
     * @param endsOn the first day on which it no longer holds; null while open
     * @param ending how it ended; null while open
     */
    record State(
            UUID id,
            UUID personId,
            AppointmentRole role,
            UUID organisationId,
            UUID allianceId,
            LocalDate startsOn,
            LocalDate endsOn,
            Ending ending) {}

    @Override
    default String aggregate() {
        return "appointment";
    }

    record Started(State state) implements AppointmentEvent {
        @Override
        public String type() {
            return "trellis.alliance.appointment-started.v1";
        }
    }

    record Ended(State state) implements AppointmentEvent {
        @Override
        public String type() {
            return "trellis.alliance.appointment-ended.v1";
        }
    }
}
