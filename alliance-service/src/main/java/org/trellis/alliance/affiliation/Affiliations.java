package org.trellis.alliance.affiliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All affiliations. */
@ApplicationScoped
class Affiliations implements PanacheRepositoryBase<Affiliation, UUID> {
    /** Those of a kind that hold on a day or begin after it, locked in an order that is the same for everybody. */
    List<Affiliation> fromDayOn(LocalDate day, AffiliationKind kind, Collection<UUID> organisations) {
        return find(
                        "organisationId in ?1 and kind = ?2 and (endsOn is null or endsOn > ?3 and endsOn > startsOn) order by id",
                        organisations,
                        kind,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
