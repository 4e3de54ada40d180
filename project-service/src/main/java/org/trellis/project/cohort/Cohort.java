package org.trellis.project.cohort;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.outbox.Event;
import org.trellis.project.About;
import org.trellis.project.YearGroup;
import org.trellis.project.participation.Participation;

/** A group of pupils or staff of one school that is measured. */
@Entity
public class Cohort extends Aggregate {
    private UUID projectId;
    private UUID participationId;
    private UUID organisationId;
    private String name;

    @Enumerated(EnumType.STRING)
    private Arm arm;

    @Enumerated(EnumType.STRING)
    private About about;

    @Enumerated(EnumType.STRING)
    private YearGroup yearGroup;

    private Integer size;
    private boolean priorYear;
    private List<String> teacherReferences = List.of();
    private LocalDate startsOn;
    private LocalDate endsOn;

    /** For Hibernate. */
    protected Cohort() {}

    Cohort(UUID id, Participation of, NewCohort wanted) {
        super(id);
        of.requireOpen();
        projectId = of.projectId();
        participationId = of.id();
        organisationId = of.organisationId();
        name = wanted.name().strip();
        arm = wanted.arm();
        about = wanted.about();
        yearGroup = wanted.yearGroup();
        size = wanted.size();
        priorYear = Boolean.TRUE.equals(wanted.priorYear());
        teacherReferences = wanted.teacherReferences() == null ? List.of() : List.copyOf(wanted.teacherReferences());
        startsOn = wanted.startsOn();
        endsOn = wanted.endsOn();
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String name() {
        return name;
    }

    /** Null where it has none. */
    public YearGroup yearGroup() {
        return yearGroup;
    }

    CohortDescription description() {
        return new CohortDescription(name, arm, yearGroup, size, teacherReferences, startsOn, endsOn);
    }

    CohortEvent describe(CohortDescription description) {
        name = description.name().strip();
        arm = description.arm();
        yearGroup = description.yearGroup();
        size = description.size();
        teacherReferences = List.copyOf(description.teacherReferences());
        startsOn = description.startsOn();
        endsOn = description.endsOn();
        return new CohortEvent.Changed(state());
    }

    CohortEvent formed() {
        return new CohortEvent.Formed(state());
    }

    /** @return what to tell; nothing where it is in that arm already */
    public Optional<Event> allocate(Arm to) {
        if (arm == to) {
            return Optional.empty();
        }
        arm = to;
        return Optional.of(new CohortEvent.Changed(state()));
    }

    private CohortEvent.State state() {
        return new CohortEvent.State(
                id(),
                projectId,
                participationId,
                organisationId,
                name,
                arm,
                about,
                yearGroup,
                size,
                priorYear,
                startsOn,
                endsOn);
    }
}
