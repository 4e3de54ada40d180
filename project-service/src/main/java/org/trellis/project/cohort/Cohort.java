package org.trellis.project.cohort;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.project.participation.Participation;

/** A group of pupils or staff of one school that is measured. */
@Entity
class Cohort extends Aggregate {
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
    }

    CohortEvent formed() {
        return new CohortEvent.Formed(new CohortEvent.State(
                id(), projectId, participationId, organisationId, name, arm, about, yearGroup, size, priorYear));
    }
}
