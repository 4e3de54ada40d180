package org.trellis.project.cycle;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;

/** One turn of a project: planned, measured before, delivered, reviewed. */
@Entity
class Cycle extends Aggregate {
    private UUID projectId;
    private int number;
    private String name;

    @Enumerated(EnumType.STRING)
    private CyclePhase phase;

    private LocalDate startsOn;
    private LocalDate endsOn;

    private String note;

    @Embedded
    private Review review;

    @ElementCollection
    @CollectionTable(name = "cycle_challenge", joinColumns = @JoinColumn(name = "cycle_id"))
    @OrderColumn(name = "position")
    private List<Challenge> challenges = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "cycle_waiver", joinColumns = @JoinColumn(name = "cycle_id"))
    @OrderColumn(name = "position")
    private List<Waiver> waivers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "cycle_delivery", joinColumns = @JoinColumn(name = "cycle_id"))
    @OrderColumn(name = "position")
    private List<Delivery> deliveries = new ArrayList<>();

    /** For Hibernate. */
    protected Cycle() {}

    Cycle(UUID id, NewCycle wanted) {
        super(id);
        projectId = wanted.projectId();
        number = wanted.number();
        name = wanted.name();
        phase = CyclePhase.PLANNING;
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
    }

    CycleEvent started() {
        return new CycleEvent.Started(state());
    }

    UUID projectId() {
        return projectId;
    }

    boolean delivers() {
        return phase == CyclePhase.DELIVERING;
    }

    boolean reviewed() {
        return review != null;
    }

    boolean deliveredBy(UUID participation) {
        return deliveries.stream().anyMatch(d -> d.participationId().equals(participation));
    }

    CycleEvent move(NewCycleTransition wanted, Set<Role> by, CycleFacts facts) {
        phase = wanted.action().rule().check(wanted.action(), phase, by, facts, Map.of());
        note = wanted.note();
        if (delivers()) {
            begin(facts.ready(), Today.inEngland());
        }
        return new CycleEvent.PhaseChanged(state());
    }

    /** Schools begin after the others. */
    CycleEvent joinedBy(List<AtTheGate> schools, LocalDate day) {
        begin(schools, day);
        return new CycleEvent.DeliveryBegun(state());
    }

    /** The others see that a baseline is waived; why, who runs the project and the school itself. */
    CycleEvent waive(NewWaiver wanted) {
        if (phase == CyclePhase.REVIEWING || phase == CyclePhase.CLOSED) {
            throw notIn("waive a baseline", CyclePhase.PLANNING, CyclePhase.BASELINE, CyclePhase.DELIVERING);
        }
        if (deliveredBy(wanted.participationId())) {
            throw Problems.conflict("delivers-already", "The school delivers already");
        }
        waivers.add(new Waiver(wanted.participationId(), wanted.measureId(), wanted.reason(), Today.inEngland()));
        return new CycleEvent.BaselineWaived(state());
    }

    /** May be written anew until the cycle closes. @param owner the alliance whose project it is */
    CycleEvent review(NewReview wanted, UUID owner) {
        if (phase != CyclePhase.REVIEWING) {
            throw notIn("write a review", CyclePhase.REVIEWING);
        }
        if (wanted.challenges().stream().anyMatch(c -> c.allianceId().equals(owner))) {
            throw Problems.conflict(
                    "peers-of-the-same-alliance",
                    "Peers are from another alliance than the project's",
                    List.of("peers of another alliance"));
        }
        review = new Review(
                wanted.wentWell(),
                wanted.wentBadly(),
                wanted.problems(),
                wanted.decision(),
                wanted.nextFocus(),
                wanted.noChallengeReason(),
                Today.inEngland());
        challenges.clear();
        challenges.addAll(wanted.challenges());
        return new CycleEvent.Reviewed(state());
    }

    private void begin(List<AtTheGate> schools, LocalDate day) {
        schools.forEach(school -> deliveries.add(
                new Delivery(school.participationId(), school.organisation().id(), day, school.waived())));
    }

    private HttpProblem notIn(String what, CyclePhase... phases) {
        return Problems.conflict(
                "not-in-this-state",
                "From " + phase + " one cannot " + what,
                List.of("state " + Arrays.stream(phases).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private record Untold(String note) {}

    /** What the next move writes over. */
    @Override
    protected Object untold() {
        return new Untold(note);
    }

    private CycleEvent.State state() {
        return new CycleEvent.State(
                id(),
                projectId,
                number,
                name,
                phase,
                startsOn,
                endsOn,
                deliveries.stream()
                        .map(d -> new CycleEvent.School(d.participationId(), d.organisationId(), d.since(), d.waived()))
                        .toList(),
                review == null ? null : review.decision(),
                review == null ? null : review.nextFocus(),
                review == null ? null : review.reviewedOn(),
                review == null ? null : review.learnt(challenges));
    }
}
