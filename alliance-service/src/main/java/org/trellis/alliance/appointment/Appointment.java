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

    @Enumerated(EnumType.STRING)
    private Ending ending;

    /** For Hibernate. */
    protected Appointment() {}

    Appointment(UUID id, NewAppointment made) {
        super(id);
        personId = made.personId();
        role = made.role();
        organisationId = made.organisationId();
        allianceId = made.allianceId();
        startsOn = made.startsOn();
        endsOn = made.endsOn();
        ending = endsOn == null ? null : Ending.ENDED;
    }

    UUID personId() {
        return personId;
    }

    AppointmentRole role() {
        return role;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID allianceId() {
        return allianceId;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    AppointmentEvent started() {
        return new AppointmentEvent.Started(state());
    }

    /** An end that was planned may come sooner or later, as long as it has not come. */
    AppointmentEvent end(LocalDate day, LocalDate today) {
        if (day.isBefore(startsOn)) {
            throw Problems.conflict("appointment-ends-after-it-starts", "The appointment starts on " + startsOn);
        }
        if (endsOn != null && !endsOn.isAfter(today)) {
            throw Problems.conflict("appointment-ended-already", "The appointment ended on " + endsOn);
        }
        return ended(day, Ending.ENDED);
    }

    /** Ends because of something else, whatever end was planned; one that would begin later never does. */
    AppointmentEvent endWith(LocalDate day, Ending how) {
        return ended(day.isBefore(startsOn) ? startsOn : day, how);
    }

    private AppointmentEvent ended(LocalDate day, Ending how) {
        endsOn = day;
        ending = how;
        return new AppointmentEvent.Ended(state());
    }

    /** The same role for another person, from a day on. */
    NewAppointment handedTo(UUID successor, LocalDate day) {
        var from = day.isBefore(startsOn) ? startsOn : day;
        return new NewAppointment(successor, role, organisationId, allianceId, from, null);
    }

    private AppointmentEvent.State state() {
        return new AppointmentEvent.State(id(), personId, role, organisationId, allianceId, startsOn, endsOn, ending);
    }
}
