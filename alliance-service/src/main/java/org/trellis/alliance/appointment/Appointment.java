package org.trellis.alliance.appointment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** A person's dated role at an organisation or an alliance. */
@Entity
class Appointment extends Aggregate {
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private AppointmentRole role;

    private UUID organisationId;
    private UUID allianceId;
    private LocalDate startsOn;
    private LocalDate endsOn;

    /** For Hibernate. */
    protected Appointment() {}

    Appointment(UUID id, NewAppointment made) {
        super(id);
        personId = made.personId();
        role = made.role();
        organisationId = made.organisationId();
        allianceId = made.allianceId();
        startsOn = made.startsOn();
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID allianceId() {
        return allianceId;
    }

    AppointmentEvent started() {
        return new AppointmentEvent.Started(state());
    }

    AppointmentEvent end(LocalDate day) {
        if (endsOn != null) {
            throw Problems.conflict("appointment-ended-already", "The appointment ended on " + endsOn);
        }
        if (day.isBefore(startsOn)) {
            throw Problems.conflict("appointment-ends-after-it-starts", "The appointment starts on " + startsOn);
        }
        endsOn = day;
        return new AppointmentEvent.Ended(state());
    }

    private AppointmentEvent.State state() {
        return new AppointmentEvent.State(id(), personId, role, organisationId, allianceId, startsOn, endsOn);
    }
}
