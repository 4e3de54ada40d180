package org.trellis.alliance.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** A school, trust, local authority, university, diocese or other partner. */
@Entity
class Organisation extends Aggregate {
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String urn;
    private String uid;
    private String laCode;
    private String dioceseCode;
    private boolean invented;
    private OrganisationDescription description;

    /** The day since when the description holds; null as far back as anybody asks. */
    private LocalDate describedFrom;

    /** For Hibernate. */
    protected Organisation() {}

    Organisation(UUID id, NewOrganisation registered, LocalDate today) {
        super(id);
        kind = registered.kind();
        urn = registered.urn();
        uid = registered.uid();
        laCode = registered.laCode();
        dioceseCode = registered.dioceseCode();
        invented = Boolean.TRUE.equals(registered.invented());
        description = registered.description(statusOn(today, registered));
    }

    private static OrganisationStatus statusOn(LocalDate today, NewOrganisation registered) {
        if (registered.closesOn() != null && !registered.closesOn().isAfter(today)) {
            return OrganisationStatus.CLOSED;
        }
        return registered.opensOn() != null && registered.opensOn().isAfter(today)
                ? OrganisationStatus.PROPOSED
                : OrganisationStatus.OPEN;
    }

    OrganisationEvent registered() {
        return new OrganisationEvent.Registered(state(Lineage.NONE));
    }

    OrganisationDescription description() {
        return description;
    }

    /**
     * Describes the organisation anew from a day on which the last description holds.
     *
     * @return what others hear of it; nothing where nothing is different
     */
    Optional<OrganisationEvent> describe(OrganisationDescription described, LocalDate day, Lineage lineage) {
        if (described.equals(description)) {
            return Optional.empty();
        }
        described.requireItsStatusOn(day);
        var correction = become(described, day);
        return Optional.of(closes(correction) ? new OrganisationEvent.Closed(state(lineage)) : linked(lineage));
    }

    /** Says what should have been said since the day from which the last description holds. */
    Optional<OrganisationEvent> correct(OrganisationDescription described, Lineage lineage) {
        if (described.equals(description)) {
            return Optional.empty();
        }
        described.requireItsStatusOn(describedFrom);
        var correction = become(described, describedFrom);
        return Optional.of(
                closes(correction) ? new OrganisationEvent.Closed(state(lineage)) : corrected(correction, lineage));
    }

    /** The event that tells of what was said of days before the last description. */
    OrganisationEvent corrected(Correction correction, Lineage lineage) {
        return new OrganisationEvent.Corrected(new OrganisationEvent.CorrectedState(state(lineage), correction));
    }

    /** Whether the last description holds on this day. */
    boolean describedAlreadyOn(LocalDate day) {
        return describedFrom == null || !day.isBefore(describedFrom);
    }

    private Correction become(OrganisationDescription described, LocalDate from) {
        var correction = new Correction(from, null, description, described);
        description = described;
        describedFrom = from;
        return correction;
    }

    private static boolean closes(Correction correction) {
        return correction.after().status() == OrganisationStatus.CLOSED
                && correction.before().status() != OrganisationStatus.CLOSED;
    }

    /** The event that tells of other predecessors or successors. */
    OrganisationEvent linked(Lineage lineage) {
        return new OrganisationEvent.Changed(state(lineage));
    }

    private OrganisationEvent.State state(Lineage lineage) {
        var d = description;
        return new OrganisationEvent.State(
                id(),
                kind,
                d.name(),
                urn,
                uid,
                laCode,
                registerId(),
                d.phase(),
                d.setting(),
                d.town(),
                d.postcode(),
                d.status(),
                invented,
                d.groupId(),
                d.laestab(),
                d.ukprn(),
                d.type(),
                d.roll(),
                d.freeMealsShare(),
                d.urbanRural(),
                d.opensOn(),
                d.closesOn(),
                lineage.predecessorIds(),
                lineage.successorIds());
    }

    private String registerId() {
        return urn != null
                ? "urn:" + urn
                : uid != null
                        ? "uid:" + uid
                        : laCode != null ? "la:" + laCode : dioceseCode != null ? "diocese:" + dioceseCode : null;
    }
}
