package org.trellis.project.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** A person's dated role at a project. */
@Entity
class ProjectAppointment extends Aggregate {
    private UUID projectId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private ProjectRole role;

    private LocalDate startsOn;
    private LocalDate endsOn;

    /** For Hibernate. */
    protected ProjectAppointment() {}

    ProjectAppointment(UUID id, NewProjectAppointment wanted) {
        super(id);
        projectId = wanted.projectId();
        personId = wanted.personId();
        role = wanted.role();
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
    }

    ProjectAppointmentEvent started() {
        return new ProjectAppointmentEvent.Started(state());
    }

    /** Ends before this day; one that has not begun ends as it begins. */
    ProjectAppointmentEvent end(LocalDate day) {
        if (endsOn != null && !endsOn.isAfter(day)) {
            throw Problems.conflict("appointment-has-ended", "The appointment ended on " + endsOn);
        }
        endsOn = startsOn.isAfter(day) ? startsOn : day;
        return new ProjectAppointmentEvent.Ended(state());
    }

    private ProjectAppointmentEvent.State state() {
        return new ProjectAppointmentEvent.State(id(), projectId, personId, role, startsOn, endsOn);
    }
}
