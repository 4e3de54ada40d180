package org.trellis.project.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All appointments at projects. */
@ApplicationScoped
class ProjectAppointments implements PanacheRepositoryBase<ProjectAppointment, UUID> {

    /** The appointment, held until the transaction ends; who may see it has been asked before. */
    ProjectAppointment toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
