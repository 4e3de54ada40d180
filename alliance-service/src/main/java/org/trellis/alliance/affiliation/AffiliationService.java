package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;
import org.trellis.alliance.organisation.OrganisationKind;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Commands on affiliations. */
@ApplicationScoped
class AffiliationService {
    private final Affiliations affiliations;
    private final AffiliationQueries queries;
    private final Changes changes;

    AffiliationService(Affiliations affiliations, AffiliationQueries queries, Changes changes) {
        this.affiliations = affiliations;
        this.queries = queries;
        this.changes = changes;
    }

    @Transactional
    UUID start(NewAffiliation body) {
        checkEnds(body);
        var affiliation = new Affiliation(Ids.next(), body);
        affiliations.persist(affiliation);
        changes.record(affiliation, affiliation.started());
        return affiliation.id();
    }

    @Transactional
    UUID end(UUID id, EndAffiliation body) {
        var affiliation = affiliations
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        changes.record(affiliation, affiliation.end(body.endsOn()));
        return id;
    }

    private void checkEnds(NewAffiliation body) {
        var school =
                queries.kindOf(body.organisationId()).orElseThrow(() -> Problems.referencePending("$.organisationId"));
        var target = queries.kindOf(body.toId()).orElseThrow(() -> Problems.referencePending("$.toId"));
        var wrong = new ArrayList<Violation>();
        if (school != OrganisationKind.SCHOOL) {
            wrong.add(Violation.body("$.organisationId", "must be a school"));
        }
        if (target != body.kind().target()) {
            wrong.add(Violation.body("$.toId", "must be of kind " + body.kind().target()));
        }
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }
}
