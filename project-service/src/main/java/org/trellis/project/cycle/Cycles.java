package org.trellis.project.cycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All learning cycles. */
@ApplicationScoped
class Cycles implements PanacheRepositoryBase<Cycle, UUID> {

    /** The cycle, held until the transaction ends; who may see it has been asked before. */
    Cycle toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
