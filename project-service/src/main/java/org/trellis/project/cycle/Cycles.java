package org.trellis.project.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All learning cycles. */
@ApplicationScoped
class Cycles implements PanacheRepositoryBase<Cycle, UUID> {

    /** Its project's id, without loading it. */
    Optional<UUID> projectOf(UUID id) {
        return getEntityManager()
                .createQuery("select projectId from Cycle where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The cycle, held until the transaction ends; who may see it has been asked before. */
    Cycle toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
