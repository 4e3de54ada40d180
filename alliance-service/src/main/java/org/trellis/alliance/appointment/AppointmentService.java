package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.Today;
import org.trellis.alliance.WorkingAlliances;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on appointments. */
@ApplicationScoped
public class AppointmentService {
    /** @param leftOn null for one who has not left */
    private record Leaver(LocalDate leftOn) {}

    private final Appointments appointments;
    private final AppointmentQueries queries;
    private final Writer writer;
    private final Roles roles;
    private final WorkingAlliances working;
    private final Changes changes;

    AppointmentService(
            Appointments appointments,
            AppointmentQueries queries,
            Writer writer,
            Roles roles,
            WorkingAlliances working,
            Changes changes) {
        this.working = working;
        this.appointments = appointments;
        this.queries = queries;
        this.writer = writer;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID appoint(NewAppointment body) {
        requireAppoint("$.allianceId", body.allianceId(), "$.organisationId", body.organisationId());
        if (body.allianceId() != null) {
            working.require(body.allianceId());
        }
        requireThere("$.personId", body.personId(), body.endsOn());
        if (body.role().sponsorship()
                && !appointments.isHead(body.personId(), body.organisationId(), body.startsOn())) {
            throw Problems.conflict("sponsor-is-head", "A sponsor heads the school on the first day");
        }
        return start(body);
    }

    @Transactional
    UUID end(UUID id, EndAppointment body) {
        queries.view(id);
        var appointment = appointments
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        requireAppoint("$", appointment.allianceId(), "$", appointment.organisationId());
        changes.record(appointment, appointment.end(body.endsOn(), Today.inEngland()));
        if (appointment.role().headship()) {
            lapse(appointment.personId(), appointment.organisationId(), body.endsOn());
        }
        return id;
    }

    /** All appointments at an alliance that ends, whatever end was planned for them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endWithAlliance(UUID alliance, LocalDate day) {
        appointments
                .reachingBeyond(alliance, day)
                .forEach(appointment -> changes.record(appointment, appointment.endWith(day, Ending.LAPSED)));
    }

    /** The platform's staff make an alliance's first appointment; all others are its lead's, or its trust's. */
    void requireAppoint(String alliancePath, UUID alliance, String organisationPath, UUID organisation) {
        if (alliance == null) {
            roles.atOrganisation(organisationPath, organisation)
                    .require("appoint people here", Appointing.AT_ORGANISATIONS);
            return;
        }
        var held = roles.atAlliance(alliancePath, alliance);
        if (!(held.holdsAny("PLATFORM_ADMIN") && !appointments.anyAt(alliance))) {
            held.require("appoint people at an alliance", Appointing.AT_ALLIANCES);
        }
    }

    /**
     * Who has left holds nothing beyond that day, and nobody leaves while they are appointed.
     *
     * @param until the day on which the appointment ends; null where none is known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for one who is not known, or gone before that day
     */
    void requireThere(String path, UUID person, LocalDate until) {
        if (!queries.sees(person)) {
            throw Problems.referencePending(path);
        }
        var leftOn = writer.one(
                        Leaver.class, "select left_on from person where id = :id for share", Map.of("id", person))
                .orElseThrow()
                .leftOn();
        if (leftOn != null && (until == null || until.isAfter(leftOn))) {
            throw Problems.conflict("person-has-left", "The person left on " + leftOn);
        }
    }

    UUID start(NewAppointment made) {
        var appointment = new Appointment(Ids.next(), made);
        appointments.persist(appointment);
        changes.record(appointment, appointment.started());
        return appointment.id();
    }

    /** A sponsorship rests on the headship. */
    private void lapse(UUID person, UUID organisation, LocalDate day) {
        if (appointments.isHead(person, organisation, day)) {
            return;
        }
        appointments.heldBeyond(person, day).stream()
                .filter(a -> a.role().sponsorship() && a.organisationId().equals(organisation))
                .forEach(a -> changes.record(a, a.endWith(day, Ending.LAPSED)));
    }
}
