package org.trellis.alliance.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** All invitations. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {
    /** A new link makes those sent before useless, wherever they went. */
    void expireOpen(UUID person, Instant now) {
        update("expiresAt = ?1 where personId = ?2 and acceptedAt is null and expiresAt > ?1", now, person);
    }
}
