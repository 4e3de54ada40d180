package org.trellis.project.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All projects. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {

    /** The whole project, held until the transaction ends; who may see it has been asked before. */
    public Project toMove(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The project as it stands until the transaction ends: what hangs on its state cannot be overtaken by a move. */
    public Project steady(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_READ);
    }

    /** What a bundle calls so, in the alliance that owns it. */
    Optional<UUID> called(UUID alliance, String sourceKey) {
        return getEntityManager()
                .createQuery("select id from Project where allianceId = :alliance and sourceKey = :key", UUID.class)
                .setParameter("alliance", alliance)
                .setParameter("key", sourceKey)
                .getResultStream()
                .findFirst();
    }

    private Project held(UUID id, LockModeType lock) {
        return findByIdOptional(id, lock).orElseThrow(Problems::notFound);
    }
}
