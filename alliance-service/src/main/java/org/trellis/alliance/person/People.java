package org.trellis.alliance.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All people. */
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {
    Optional<Person> signingInAs(String issuer, String sub) {
        return find("issuer = ?1 and sub = ?2", issuer, sub)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
