package org.trellis.alliance.affiliation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** A school's dated tie to its trust, local authority, diocese or federation. */
@Entity
class Affiliation extends Aggregate {
    private UUID organisationId;
    private UUID toId;

    @Enumerated(EnumType.STRING)
    private AffiliationKind kind;

    private LocalDate startsOn;
    private LocalDate endsOn;

    /** For Hibernate. */
    protected Affiliation() {}

    Affiliation(UUID id, NewAffiliation started) {
        super(id);
        organisationId = started.organisationId();
        toId = started.toId();
        kind = started.kind();
        startsOn = started.startsOn();
    }

    AffiliationEvent started() {
        return new AffiliationEvent.Started(state());
    }

    AffiliationEvent end(LocalDate day) {
        if (endsOn != null) {
            throw Problems.conflict("affiliation-ended-already", "The affiliation ended on " + endsOn);
        }
        if (day.isBefore(startsOn)) {
            throw Problems.conflict("affiliation-ends-after-it-starts", "The affiliation starts on " + startsOn);
        }
        endsOn = day;
        return new AffiliationEvent.Ended(state());
    }

    /** Ends on this day at the latest, whatever was planned, since another takes over. */
    AffiliationEvent yieldOn(LocalDate day) {
        endsOn = day;
        return new AffiliationEvent.Ended(state());
    }

    AffiliationTerms terms() {
        return new AffiliationTerms(toId, startsOn, endsOn);
    }

    AffiliationKind kind() {
        return kind;
    }

    /** Whether another tie of that kind is in the way, the database says. */
    AffiliationEvent correct(AffiliationTerms terms) {
        toId = terms.toId();
        startsOn = terms.startsOn();
        endsOn = terms.endsOn();
        return new AffiliationEvent.Corrected(state());
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID toId() {
        return toId;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    private AffiliationEvent.State state() {
        return new AffiliationEvent.State(id(), organisationId, toId, kind, startsOn, endsOn);
    }
}
