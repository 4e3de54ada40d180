package org.trellis.alliance.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** A school, trust, local authority, university, diocese or other partner. */
@Entity
class Organisation extends Aggregate {
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String urn;
    private String uid;
    private String laCode;
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
     * Describes the organisation anew from a day on; on the day from which the last description holds it corrects that.
     *
     * @return what others hear of it; nothing where nothing is different
     */
    Optional<OrganisationEvent> describe(OrganisationDescription described, LocalDate day, Lineage lineage) {
        if (described.equals(description)) {
            return Optional.empty();
        }
        if (describedFrom != null && day.isBefore(describedFrom)) {
            throw Problems.conflict("organisation-described-since", "It was described anew on " + describedFrom);
        }
        boolean closed = described.status() == OrganisationStatus.CLOSED;
        if (described.closesOn() != null && closed == described.closesOn().isAfter(day)) {
            throw Problems.invalid(Violation.body(
                    "$.closesOn",
                    closed ? "must not be after the day of the change" : "must be after it, as it is open"));
        }
        boolean closing = closed && description.status() != OrganisationStatus.CLOSED;
        description = described;
        describedFrom = day;
        return Optional.of(closing ? new OrganisationEvent.Closed(state(lineage)) : linked(lineage));
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
        return urn != null ? "urn:" + urn : uid != null ? "uid:" + uid : laCode != null ? "la:" + laCode : null;
    }
}
