package org.trellis.project.cohort;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.trellis.problem.Problems;
import org.trellis.project.participation.ParticipationStatus;

/** All cohorts. */
@ApplicationScoped
public class Cohorts implements PanacheRepositoryBase<Cohort, UUID> {

    /** The cohort, held until the transaction ends; who may see it has been asked before. */
    Cohort toMove(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }

    /** This year's cohorts of the schools that have said yes to a project and are in it, held until the transaction ends. */
    public List<Cohort> toAllocate(UUID project) {
        return getEntityManager()
                .createQuery("""
                        select c from Cohort c where c.projectId = :project and not c.priorYear and c.participationId in
                          (select i.id from Participation i where i.projectId = :project and i.status in :joined)
                        order by c.id""", Cohort.class)
                .setParameter("project", project)
                .setParameter("joined", List.of(ParticipationStatus.COMMITTED, ParticipationStatus.ACTIVE))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
