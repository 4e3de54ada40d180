package org.trellis.project.intervention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All interventions. */
@ApplicationScoped
class Interventions implements PanacheRepositoryBase<Intervention, UUID> {
    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where there is none */
    Intervention toChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
