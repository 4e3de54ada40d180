package org.trellis.project.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All links by which terms are accepted. */
@ApplicationScoped
class TermsLinks implements PanacheRepositoryBase<TermsLink, UUID> {
    /** Its participation's id, without loading it: what is loaded before it is locked may be out of date. */
    Optional<UUID> participationOf(UUID id) {
        return getEntityManager()
                .createQuery("select participationId from TermsLink where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** A new link makes those sent before useless, wherever they went. */
    void expireOpen(UUID participation, Instant now) {
        update(
                "expiresAt = ?1 where participationId = ?2 and acceptedAt is null and expiresAt > ?1",
                now,
                participation);
    }
}
