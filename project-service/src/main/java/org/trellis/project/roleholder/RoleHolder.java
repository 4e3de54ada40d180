package org.trellis.project.roleholder;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.participation.Participation;

/** A person's dated role for one school's part in a project. */
@Entity
class RoleHolder extends Aggregate {
    private UUID projectId;
    private UUID participationId;
    private UUID organisationId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private SchoolRole role;

    private LocalDate startsOn;
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    private Ending ending;

    private UUID successorId;

    /** For Hibernate. */
    protected RoleHolder() {}

    RoleHolder(UUID id, Participation of, NewRoleHolder wanted) {
        super(id);
        of.requireOpen();
        projectId = of.projectId();
        participationId = of.id();
        organisationId = of.organisationId();
        personId = wanted.personId();
        role = wanted.role();
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
    }

    UUID projectId() {
        return projectId;
    }

    UUID participationId() {
        return participationId;
    }

    SchoolRole role() {
        return role;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    RoleHolderEvent started() {
        return new RoleHolderEvent.Started(state());
    }

    /** Ends before this day; what has not begun ends as it begins. */
    RoleHolderEvent end(LocalDate day, Ending why) {
        if (endsOn != null && !endsOn.isAfter(day)) {
            throw Problems.conflict("role-has-ended", "The role ended on " + endsOn);
        }
        endsOn = startsOn.isAfter(day) ? startsOn : day;
        ending = why;
        return new RoleHolderEvent.Ended(state());
    }

    /** Gives the role over to the next holder, from that one's first day on. */
    RoleHolderEvent giveTo(RoleHolder next) {
        if (!next.participationId.equals(participationId) || next.role != role) {
            throw Problems.conflict(
                    "succeeds-in-another-role",
                    "Who succeeds takes the same role at the same school",
                    List.of("who holds this role at this school"));
        }
        successorId = next.id();
        return end(next.startsOn, Ending.SUCCEEDED);
    }

    private RoleHolderEvent.State state() {
        return new RoleHolderEvent.State(
                id(),
                projectId,
                participationId,
                organisationId,
                personId,
                role,
                startsOn,
                endsOn,
                ending,
                successorId);
    }
}
