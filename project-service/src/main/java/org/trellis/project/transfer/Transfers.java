package org.trellis.project.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All offers of projects to other alliances. */
@ApplicationScoped
class Transfers implements PanacheRepositoryBase<Transfer, UUID> {

    /** The offer, held until the transaction ends; who may see it has been asked before. */
    Transfer toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
