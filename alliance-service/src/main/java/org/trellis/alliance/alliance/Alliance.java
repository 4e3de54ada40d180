package org.trellis.alliance.alliance;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.alliance.WorkingAlliances;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** Organisations that chose to work together, with the times of its designation and what joining and leaving take. */
@Entity
class Alliance extends Aggregate {
    private String name;

    @Enumerated(EnumType.STRING)
    private AllianceKind kind;

    @Enumerated(EnumType.STRING)
    private AllianceStatus status;

    private String vision;
    private List<String> coreValues;

    @Enumerated(EnumType.STRING)
    private Region region;

    private String cohort;
    private UUID trustId;
    private LocalDate formedOn;
    private LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private EndingReason endingReason;

    private boolean invented;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "alliance_id", nullable = false, updatable = false)
    @OrderBy("awardedOn")
    private List<Designation> designations = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "alliance_id", nullable = false, updatable = false)
    @OrderBy("version")
    private List<Protocol> protocols = new ArrayList<>();

    /** For Hibernate. */
    protected Alliance() {}

    Alliance(UUID id, NewAlliance formed) {
        super(id);
        kind = formed.kind();
        status = AllianceStatus.ACTIVE;
        formedOn = formed.startsOn();
        invented = Boolean.TRUE.equals(formed.invented());
        become(formed.description());
        if (!Boolean.FALSE.equals(formed.designated())) {
            designations.add(new Designation(formedOn));
        }
    }

    AllianceEvent formed() {
        return new AllianceEvent.Formed(state());
    }

    AllianceDescription description() {
        return new AllianceDescription(name, vision, coreValues, region, cohort, trustId);
    }

    AllianceEvent describe(AllianceDescription description) {
        become(description);
        return new AllianceEvent.Changed(state());
    }

    AllianceEvent award(LocalDate day) {
        requireActive();
        if (designation().isPresent()) {
            throw Problems.conflict("designated-already", "The alliance is designated");
        }
        if (!designations.isEmpty() && !designations.getLast().overBy(day)) {
            throw Problems.conflict("designated-once-at-a-time", "The alliance was designated on that day");
        }
        if (day.isBefore(formedOn)) {
            throw Problems.conflict("designated-after-it-was-formed", "The alliance was formed on " + formedOn);
        }
        designations.add(new Designation(day));
        return new AllianceEvent.DesignationAwarded(state());
    }

    AllianceEvent lose(LocalDate day, LossReason reason) {
        designated().lose(day, reason);
        return new AllianceEvent.DesignationLost(state());
    }

    /** The memberships say who leads; this says that the designation goes with the lead. */
    AllianceEvent handOn(LocalDate day) {
        var designation = designated();
        if (day.isBefore(designation.awardedOn())) {
            throw Problems.conflict(
                    "not-designated", "The alliance is designated from " + designation.awardedOn() + " on");
        }
        return new AllianceEvent.DesignationHandedOn(state());
    }

    /** Its designation ends with it; memberships, appointments and priorities end beside it. */
    AllianceEvent end(LocalDate day, EndingReason reason, LocalDate today) {
        requireActive();
        if (day.isAfter(today)) {
            throw Problems.conflict("alliance-ends-today-or-before", "An alliance is ended when its last day is over");
        }
        if (day.isBefore(formedOn)) {
            throw Problems.conflict("alliance-ends-after-it-was-formed", "The alliance was formed on " + formedOn);
        }
        designations.stream()
                .filter(designation -> !designation.overBy(day))
                .forEach(designation -> designation.lose(day, LossReason.ALLIANCE_ENDED));
        status = AllianceStatus.ENDED;
        endedOn = day;
        endingReason = reason;
        return new AllianceEvent.Ended(state());
    }

    AllianceEvent agree(NewProtocol agreed) {
        requireActive();
        protocols.add(new Protocol(latest(agreed.kind()).map(Protocol::version).orElse(0) + 1, agreed));
        return new AllianceEvent.Changed(state());
    }

    Optional<Protocol> latest(ProtocolKind of) {
        return protocols.stream().filter(p -> p.kind() == of).reduce((_, later) -> later);
    }

    private void requireActive() {
        if (status == AllianceStatus.ENDED) {
            throw Problems.conflict(WorkingAlliances.ENDED, "The alliance ended on " + endedOn);
        }
    }

    private Optional<Designation> designation() {
        return designations.stream().filter(Designation::open).findFirst();
    }

    private Designation designated() {
        return designation().orElseThrow(() -> Problems.conflict("not-designated", "The alliance is not designated"));
    }

    private void become(AllianceDescription description) {
        name = description.name().strip();
        vision = description.vision();
        coreValues = description.values() == null ? List.of() : List.copyOf(description.values());
        region = description.region();
        cohort = description.cohort();
        trustId = description.trustId();
    }

    private AllianceEvent.State state() {
        return new AllianceEvent.State(
                id(),
                name,
                kind,
                status,
                vision,
                List.copyOf(coreValues),
                region,
                cohort,
                trustId,
                formedOn,
                endedOn,
                endingReason,
                designations.isEmpty() ? null : designations.getLast().state(),
                Stream.of(ProtocolKind.values())
                        .map(of -> latest(of).orElse(null))
                        .filter(Objects::nonNull)
                        .map(Protocol::state)
                        .toList(),
                invented);
    }
}
