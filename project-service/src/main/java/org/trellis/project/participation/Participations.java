package org.trellis.project.participation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.trellis.problem.Problems;

/** All participations. */
@ApplicationScoped
public class Participations implements PanacheRepositoryBase<Participation, UUID> {

    /** The participation, held until the transaction ends; who may see it has been asked before. */
    public Participation toMove(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The participation as it stands until the transaction ends. */
    public Participation steady(UUID id) {
        return held(id, LockModeType.PESSIMISTIC_READ);
    }

    /** Its project's id, without loading it: what is loaded before it is locked may be out of date. */
    public UUID projectOf(UUID id) {
        return getEntityManager()
                .createQuery("select projectId from Participation where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Its organisation's id, without loading it. */
    public UUID organisationOf(UUID id) {
        return getEntityManager()
                .createQuery("select organisationId from Participation where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private Participation held(UUID id, LockModeType lock) {
        return findByIdOptional(id, lock).orElseThrow(Problems::notFound);
    }
}
