package org.trellis.alliance.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All links between organisations. */
@ApplicationScoped
class Links implements PanacheRepositoryBase<OrganisationLink, UUID> {
    /** What an organisation came from and what came from it, by links that are confirmed. */
    Lineage of(UUID organisation) {
        return new Lineage(
                list("successorId = ?1 and status = ?2 order by predecessorId", organisation, LinkStatus.CONFIRMED)
                        .stream()
                        .map(OrganisationLink::predecessorId)
                        .toList(),
                list("predecessorId = ?1 and status = ?2 order by successorId", organisation, LinkStatus.CONFIRMED)
                        .stream()
                        .map(OrganisationLink::successorId)
                        .toList());
    }
}
