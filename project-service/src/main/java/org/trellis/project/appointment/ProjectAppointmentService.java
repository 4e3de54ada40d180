package org.trellis.project.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.Today;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;

/** Commands on appointments at projects. */
@ApplicationScoped
class ProjectAppointmentService {
    private static final String WHO = "The leads of the project's alliance appoint";

    private final ProjectAppointments appointments;
    private final ProjectAppointmentQueries queries;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;

    ProjectAppointmentService(
            ProjectAppointments appointments,
            ProjectAppointmentQueries queries,
            Standing standing,
            Directory directory,
            Changes changes) {
        this.appointments = appointments;
        this.queries = queries;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
    }

    @Transactional
    UUID appoint(NewProjectAppointment body) {
        Standing.require(standing.inProject(body.projectId()), Leads.OF_ALLIANCE, WHO);
        directory.requirePerson(body.personId(), "$.personId");
        var appointment = new ProjectAppointment(Ids.next(), body);
        appointments.persist(appointment);
        changes.record(appointment, appointment.started());
        return appointment.id();
    }

    @Transactional
    UUID end(UUID id) {
        var seen = queries.view(id);
        Standing.require(standing.inProject(seen.project().id()), Leads.OF_ALLIANCE, WHO);
        var appointment = appointments.toMove(id);
        changes.record(appointment, appointment.end(Today.inEngland()));
        return id;
    }
}
