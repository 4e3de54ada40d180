package org.trellis.alliance.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All memberships. */
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {
    /** Those that a day does not find ended. */
    List<Membership> reachingBeyond(UUID alliance, LocalDate day) {
        return find("allianceId = ?1 and (endsOn is null or endsOn > ?2) order by startsOn, id", alliance, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of an alliance that a change of these organisations concerns: theirs, and all of leads. */
    List<Membership> concerned(UUID alliance, Collection<UUID> organisations) {
        return find(
                        "allianceId = ?1 and (organisationId in ?2 or role = ?3)",
                        alliance,
                        organisations,
                        MembershipRole.LEAD)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
