package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;

/** Commands on organisations. */
@ApplicationScoped
class OrganisationService {
    private final Organisations organisations;
    private final Changes changes;

    OrganisationService(Organisations organisations, Changes changes) {
        this.organisations = organisations;
        this.changes = changes;
    }

    @Transactional
    UUID register(NewOrganisation body) {
        var organisation = new Organisation(Ids.next(), body);
        organisations.persist(organisation);
        changes.record(organisation, organisation.registered());
        return organisation.id();
    }
}
