package org.trellis.project.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All milestones. */
@ApplicationScoped
class Milestones implements PanacheRepositoryBase<Milestone, UUID> {

    /** The milestone, held until the transaction ends; who may see it has been asked before. */
    Milestone toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
