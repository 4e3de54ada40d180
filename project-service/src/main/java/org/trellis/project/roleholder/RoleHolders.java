package org.trellis.project.roleholder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All who hold a role for a school's part in a project. */
@ApplicationScoped
class RoleHolders implements PanacheRepositoryBase<RoleHolder, UUID> {

    /** The holder, held until the transaction ends; who may see it has been asked before. */
    RoleHolder toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
