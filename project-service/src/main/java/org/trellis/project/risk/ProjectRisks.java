package org.trellis.project.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All projects' risks. */
@ApplicationScoped
class ProjectRisks implements PanacheRepositoryBase<ProjectRisk, UUID> {

    /** The risk, held until the transaction ends; who may see it has been asked before. */
    ProjectRisk toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
