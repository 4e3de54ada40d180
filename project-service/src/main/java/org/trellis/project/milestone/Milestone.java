package org.trellis.project.milestone;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trellis.calendar.SchoolDays;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

/** What is to be reached by a day, and who sees to it. */
@Entity
class Milestone extends Aggregate {
    private UUID projectId;
    private UUID cycleId;
    private UUID participationId;
    private String name;
    private UUID ownerId;
    private LocalDate due;
    private int remindDays;

    @Enumerated(EnumType.STRING)
    private MilestoneState state;

    private LocalDate metOn;

    @SuppressWarnings("UnusedVariable") // written here, shown by MilestoneQueries
    private String note;

    /** For Hibernate. */
    protected Milestone() {}

    Milestone(UUID id, NewMilestone planned) {
        super(id);
        projectId = planned.projectId();
        cycleId = planned.cycleId();
        participationId = planned.participationId();
        state = MilestoneState.PLANNED;
        become(planned.description());
    }

    UUID projectId() {
        return projectId;
    }

    UUID participationId() {
        return participationId;
    }

    String name() {
        return name;
    }

    LocalDate due() {
        return due;
    }

    MilestoneEvent planned() {
        return new MilestoneEvent.Planned(state());
    }

    MilestoneDescription description() {
        return new MilestoneDescription(name, ownerId, due, remindDays);
    }

    MilestoneEvent describe(MilestoneDescription description) {
        if (state == MilestoneState.MET || state == MilestoneState.DROPPED) {
            throw Problems.conflict(
                    "not-in-this-state",
                    "A milestone that is " + state + " changes no more",
                    List.of("state MISSED, PLANNED"));
        }
        become(description);
        // Put off, it is no longer missed.
        state = MilestoneState.PLANNED;
        return new MilestoneEvent.Changed(state());
    }

    MilestoneEvent move(NewMilestoneTransition wanted, Set<Role> by, ProjectState project) {
        var to = wanted.action().rule().check(wanted.action(), state, by, project, wanted.given());
        var day = wanted.on() == null ? Today.inEngland() : wanted.on();
        if (day.isAfter(Today.inEngland())) {
            throw Problems.conflict(
                    "day-out-of-order", "A move holds from a day that has come", List.of("a day up to today"));
        }
        state = to;
        metOn = to == MilestoneState.MET ? day : null;
        note = wanted.note();
        return to == MilestoneState.MET ? new MilestoneEvent.Met(state()) : new MilestoneEvent.Dropped(state());
    }

    /** What a school day brings: nothing, a reminder, or that it is missed. In holidays it brings nothing. */
    enum Watch {
        NOTHING,
        NEAR,
        MISSED
    }

    Watch watch(LocalDate today, SchoolDays days) {
        if (state != MilestoneState.PLANNED || !days.isSchoolDay(today)) {
            return Watch.NOTHING;
        }
        if (today.isAfter(due)) {
            return Watch.MISSED;
        }
        return days.between(today, due) <= remindDays ? Watch.NEAR : Watch.NOTHING;
    }

    /** What others hear once it is missed; a reminder is an alert and no fact. */
    Optional<MilestoneEvent> missed(Watch watch) {
        if (watch != Watch.MISSED) {
            return Optional.empty();
        }
        state = MilestoneState.MISSED;
        return Optional.of(new MilestoneEvent.Missed(state()));
    }

    private void become(MilestoneDescription description) {
        name = description.name().strip();
        ownerId = description.ownerId();
        due = description.due();
        remindDays = description.remindDays();
    }

    private MilestoneEvent.State state() {
        return new MilestoneEvent.State(
                id(), projectId, cycleId, participationId, name, ownerId, due, remindDays, state, metOn);
    }
}
