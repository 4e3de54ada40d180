package org.trellis.project.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a role at a project. */
sealed interface ProjectAppointmentEvent extends Event {
    /** An appointment's public state; the person is an opaque id. */
    record State(UUID id, UUID projectId, UUID personId, ProjectRole role, LocalDate startsOn, LocalDate endsOn) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "project-appointment";
    }

    /** A person has this role from its first day on. */
    record Started(State state) implements ProjectAppointmentEvent {
        @Override
        public String type() {
            return "trellis.project.project-appointment-started.v1";
        }
    }

    /** It ends sooner than it would have. */
    record Ended(State state) implements ProjectAppointmentEvent {
        @Override
        public String type() {
            return "trellis.project.project-appointment-ended.v1";
        }
    }
}
