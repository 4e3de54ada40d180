package org.trellis.project.fidelity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All reports of fidelity. */
@ApplicationScoped
class FidelityReports implements PanacheRepositoryBase<Fidelity, UUID> {
    /** What the school said before, held until the transaction ends. */
    Optional<Fidelity> toReplace(NewFidelity by) {
        return find(
                        "cycleId = ?1 and participationId = ?2 and interventionId = ?3",
                        by.cycleId(),
                        by.participationId(),
                        by.interventionId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
