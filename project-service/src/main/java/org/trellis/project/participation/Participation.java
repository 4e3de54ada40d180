package org.trellis.project.participation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

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

    @SuppressWarnings("UnusedVariable") // written here, shown by ParticipationQueries
    private String note;

    /** For Hibernate. */
    protected Participation() {}

    Participation(UUID id, NewParticipation wanted) {
        super(id);
        projectId = wanted.projectId();
        organisationId = wanted.organisationId();
        status = wanted.asked() ? ParticipationStatus.INVITED : ParticipationStatus.INTERESTED;
        startsOn = wanted.startsOn();
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
            throw Problems.conflict("participation-is-over", "A participation that is " + status + " takes no more");
        }
    }

    ParticipationEvent entered() {
        return status == ParticipationStatus.INVITED
                ? new ParticipationEvent.Invited(state())
                : new ParticipationEvent.Interested(state());
    }

    ParticipationEvent move(NewParticipationTransition wanted, Set<Role> by, ProjectState project) {
        var action = wanted.action();
        status = action.rule().check(action, status, by, project, wanted.given());
        note = wanted.note();
        switch (status) {
            case COMMITTED -> startsOn = startsOn == null ? Today.inEngland() : startsOn;
            case COMPLETED, WITHDRAWN -> endsOn = lastDay();
            case INTERESTED, INVITED, ACTIVE -> {}
        }
        if (status == ParticipationStatus.WITHDRAWN) {
            leavingReason = wanted.reason();
            evidence = wanted.evidence() == null ? LeftEvidence.KEEP : wanted.evidence();
        }
        return ParticipationEvent.of(action, state());
    }

    /** Who leaves before having begun was never in. */
    private LocalDate lastDay() {
        var today = Today.inEngland();
        return startsOn != null && startsOn.isAfter(today) ? startsOn : today;
    }

    private ParticipationEvent.State state() {
        return new ParticipationEvent.State(
                id(), projectId, organisationId, status, startsOn, endsOn, leavingReason, evidence);
    }
}
