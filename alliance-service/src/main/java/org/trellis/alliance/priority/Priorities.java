package org.trellis.alliance.priority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All priorities. */
@ApplicationScoped
class Priorities implements PanacheRepositoryBase<Priority, UUID> {
    /** Those of an alliance that a day does not find ended. */
    List<Priority> reachingBeyond(UUID alliance, LocalDate day) {
        return find("allianceId = ?1 and (endsOn is null or endsOn > ?2) order by startsOn, id", alliance, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
