package org.trellis.project.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

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

    @SuppressWarnings("UnusedVariable") // written here, shown by CycleQueries
    private String note;

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

    CycleEvent move(NewCycleTransition wanted, Set<Role> by, ProjectState project) {
        phase = wanted.action().rule().check(wanted.action(), phase, by, project, Map.of());
        note = wanted.note();
        return new CycleEvent.PhaseChanged(state());
    }

    private CycleEvent.State state() {
        return new CycleEvent.State(id(), projectId, number, name, phase, startsOn, endsOn);
    }
}
