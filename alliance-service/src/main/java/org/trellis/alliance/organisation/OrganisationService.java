package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.Today;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on organisations. */
@ApplicationScoped
class OrganisationService {
    private final Organisations organisations;
    private final Links links;
    private final Changes changes;

    OrganisationService(Organisations organisations, Links links, Changes changes) {
        this.organisations = organisations;
        this.links = links;
        this.changes = changes;
    }

    @Transactional
    UUID register(NewOrganisation body) {
        var organisation = new Organisation(Ids.next(), body, Today.inEngland());
        organisations.persist(organisation);
        changes.record(organisation, organisation.registered());
        return organisation.id();
    }

    /** @param day from which the change holds */
    @Transactional
    void describe(UUID id, String ifMatch, MergePatch patch, LocalDate day) {
        var organisation = organisations
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        Versioned.require(ifMatch, organisation.version());
        organisation
                .describe(patch.applyTo(organisation.description()), day, links.of(id))
                .ifPresent(event -> changes.record(organisation, event));
    }
}
