package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.trellis.alliance.Reasons;
import org.trellis.alliance.Today;
import org.trellis.alliance.organisation.PastDescriptions.Stretch;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on organisations. */
@ApplicationScoped
class OrganisationService {
    private final Organisations organisations;
    private final PastDescriptions pasts;
    private final Links links;
    private final Changes changes;

    OrganisationService(Organisations organisations, PastDescriptions pasts, Links links, Changes changes) {
        this.organisations = organisations;
        this.pasts = pasts;
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

    /** @param day from which the change holds: up to the next description, where others followed it already */
    @Transactional
    void describe(UUID id, String ifMatch, MergePatch patch, LocalDate day) {
        var organisation = toChange(id, ifMatch);
        if (organisation.describedAlreadyOn(day)) {
            organisation
                    .describe(patch.applyTo(organisation.description()), day, links.of(id))
                    .ifPresent(event -> changes.record(organisation, event));
        } else {
            correct(organisation, patch, stretch -> pasts.split(id, stretch, day), day);
        }
    }

    /** @param day one of those on which the description held that was wrong; it is corrected for all of them */
    @Transactional
    void correct(UUID id, String ifMatch, MergePatch patch, LocalDate day) {
        var organisation = toChange(id, ifMatch);
        if (organisation.describedAlreadyOn(day)) {
            Reasons.require();
            organisation
                    .correct(patch.applyTo(organisation.description()), links.of(id))
                    .ifPresent(event -> changes.record(organisation, event));
        } else {
            correct(organisation, patch, stretch -> stretch, day);
        }
    }

    private void correct(Organisation organisation, MergePatch patch, UnaryOperator<Stretch> part, LocalDate day) {
        Reasons.require();
        var around = pasts.around(organisation.id(), day).orElseThrow();
        var after = patch.applyTo(around.description());
        if (after.equals(around.description())) {
            return;
        }
        var stretch = part.apply(around);
        after.requireItsStatusOn(stretch.from());
        pasts.correct(organisation.id(), stretch, after);
        changes.record(
                organisation,
                organisation.corrected(
                        new Correction(stretch.from(), stretch.until(), around.description(), after),
                        links.of(organisation.id())));
    }

    private Organisation toChange(UUID id, String ifMatch) {
        var organisation = organisations
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        Versioned.require(ifMatch, organisation.version());
        return organisation;
    }
}
