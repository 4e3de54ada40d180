package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;
import org.trellis.alliance.Reasons;
import org.trellis.alliance.organisation.OrganisationKind;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

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

    /** Changes what was said of a tie, as if it had been said so from the first. */
    @Transactional
    void correct(UUID id, String ifMatch, MergePatch patch) {
        var affiliation = toChange(id);
        Versioned.require(ifMatch, affiliation.version());
        Reasons.require();
        var terms = patch.applyTo(affiliation.terms());
        var target = queries.kindOf(terms.toId()).orElseThrow(() -> Problems.referencePending("$.toId"));
        if (target != affiliation.kind().target()) {
            throw Problems.invalid(wrongTarget(affiliation.kind()));
        }
        if (!terms.equals(affiliation.terms())) {
            changes.record(affiliation, affiliation.correct(terms));
        }
    }

    private Affiliation toChange(UUID id) {
        return affiliations.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }

    private static Violation wrongTarget(AffiliationKind kind) {
        return Violation.body("$.toId", "must be of kind " + kind.target());
    }

    @Transactional
    UUID end(UUID id, EndAffiliation body) {
        var affiliation = toChange(id);
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
            wrong.add(wrongTarget(body.kind()));
        }
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }
}
