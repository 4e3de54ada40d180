package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on appointments. */
@ApplicationScoped
class AppointmentService {
    private final Appointments appointments;
    private final AppointmentQueries queries;
    private final Roles roles;
    private final Changes changes;

    AppointmentService(Appointments appointments, AppointmentQueries queries, Roles roles, Changes changes) {
        this.appointments = appointments;
        this.queries = queries;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID appoint(NewAppointment body) {
        mayAppoint("$.allianceId", body.allianceId(), "$.organisationId", body.organisationId());
        if (!queries.seesPerson(body.personId())) {
            throw Problems.referencePending("$.personId");
        }
        var appointment = new Appointment(Ids.next(), body);
        appointments.persist(appointment);
        changes.record(appointment, appointment.started());
        return appointment.id();
    }

    @Transactional
    UUID end(UUID id, EndAppointment body) {
        queries.view(id);
        var appointment = appointments
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        mayAppoint("$", appointment.allianceId(), "$", appointment.organisationId());
        changes.record(appointment, appointment.end(body.endsOn()));
        return id;
    }

    /** The platform's staff make an alliance's first appointment; all others are its lead's, or its trust's. */
    private void mayAppoint(String alliancePath, UUID alliance, String organisationPath, UUID organisation) {
        if (alliance == null) {
            roles.atOrganisation(organisationPath, organisation)
                    .require("appoint people here", "SCHOOL_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN");
            return;
        }
        var held = roles.atAlliance(alliancePath, alliance);
        if (!(held.holdsAny("PLATFORM_ADMIN") && !appointments.anyAt(alliance))) {
            held.require("appoint people at an alliance", "ALLIANCE_LEAD", "TRUST_TEAM");
        }
    }
}
