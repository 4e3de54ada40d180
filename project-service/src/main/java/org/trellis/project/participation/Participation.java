package org.trellis.project.participation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.Stage;

/** An organisation in a project. It is never deleted: it ends, with a reason. */
@Entity
public class Participation extends Aggregate {
    private UUID projectId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private ParticipationStatus status;

    private LocalDate startsOn;
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    private LeavingReason leavingReason;

    @Enumerated(EnumType.STRING)
    private LeftEvidence evidence;

    private String note;

    private Integer termsNumber;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @ElementCollection
    @CollectionTable(name = "participation_step", joinColumns = @JoinColumn(name = "participation_id"))
    @OrderColumn(name = "position")
    private List<Step> steps = new ArrayList<>();

    /** For Hibernate. */
    protected Participation() {}

    Participation(UUID id, NewParticipation wanted) {
        super(id);
        projectId = wanted.projectId();
        organisationId = wanted.organisationId();
        status = wanted.asked() ? ParticipationStatus.INVITED : ParticipationStatus.INTERESTED;
        startsOn = wanted.startsOn();
        steps.add(new Step(status, Today.inEngland()));
    }

    public UUID projectId() {
        return projectId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the organisation has left or is done */
    public void requireOpen() {
        if (status == ParticipationStatus.WITHDRAWN || status == ParticipationStatus.COMPLETED) {
            throw Problems.conflict(
                    "participation-is-over",
                    "A participation that is " + status + " takes no more",
                    List.of("a participation that is not over"));
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 unless it is asked and has not yet answered */
    public void requireInvited() {
        if (status != ParticipationStatus.INVITED) {
            throw Problems.conflict(
                    "not-in-this-state",
                    "A participation that is " + status + " is not asked",
                    List.of("state INVITED"));
        }
    }

    ParticipationEvent entered() {
        return status == ParticipationStatus.INVITED
                ? new ParticipationEvent.Invited(state())
                : new ParticipationEvent.Interested(state());
    }

    ParticipationEvent move(NewParticipationTransition wanted, Set<Role> by, ParticipationFacts facts) {
        var action = wanted.action();
        var next = action.rule().check(action, status, by, facts, wanted.given());
        var day = wanted.on() == null ? Today.inEngland() : wanted.on();
        requireInOrder(day);
        if (action == ParticipationAction.COMMIT) {
            accept(wanted.termsVersion(), facts.terms());
        }
        status = next;
        steps.add(new Step(status, day));
        note = wanted.note();
        switch (status) {
            case COMMITTED -> startsOn = startsOn == null ? day : startsOn;
            case COMPLETED, WITHDRAWN -> endsOn = lastDay(day);
            case INTERESTED, INVITED, ACTIVE -> {}
        }
        if (status == ParticipationStatus.WITHDRAWN) {
            leavingReason = wanted.reason();
            evidence = wanted.evidence() == null ? LeftEvidence.KEEP : wanted.evidence();
        }
        return ParticipationEvent.of(action, state());
    }

    ParticipationDescription description() {
        return new ParticipationDescription(stage, startsOn);
    }

    ParticipationEvent describe(ParticipationDescription description) {
        requireOpen();
        var reached = description.stage() != stage;
        stage = description.stage();
        startsOn = description.startsOn();
        return reached ? new ParticipationEvent.StageReached(state()) : new ParticipationEvent.Changed(state());
    }

    /** What is accepted is what holds today, by its number, so that nobody agrees to what they have not read. */
    private void accept(Integer version, Integer current) {
        if (current != null && !current.equals(version)) {
            throw Problems.conflict(
                    "terms-not-current", "The project's terms are others by now", List.of("terms version " + current));
        }
        termsNumber = current;
    }

    private void requireInOrder(LocalDate day) {
        var last = steps.isEmpty() ? day : steps.getLast().since();
        if (day.isBefore(last) || day.isAfter(Today.inEngland())) {
            throw Problems.conflict(
                    "day-out-of-order",
                    "A move holds from a day that has come",
                    List.of("a day from " + last + " to today"));
        }
    }

    /** Who leaves before having begun was never in. */
    private LocalDate lastDay(LocalDate day) {
        return startsOn != null && startsOn.isAfter(day) ? startsOn : day;
    }

    private record Untold(String note) {}

    /** What the next move writes over. */
    @Override
    protected Object untold() {
        return new Untold(note);
    }

    private ParticipationEvent.State state() {
        return new ParticipationEvent.State(
                id(), projectId, organisationId, status, startsOn, endsOn, leavingReason, evidence, termsNumber, stage);
    }
}
