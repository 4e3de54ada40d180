package org.trellis.project.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.trellis.outbox.Aggregate;
import org.trellis.project.cohort.Arm;

/** The record of a drawing, kept for good. */
@Entity
@Immutable
class Allocation extends Aggregate {
    private UUID projectId;
    private LocalDate allocatedOn;

    @Enumerated(EnumType.STRING)
    private Unit unit;

    private List<String> arms;
    private List<String> strata;
    private long seed;
    private Boolean seedGiven;
    private String algorithm;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Place> places;

    /** For Hibernate. */
    protected Allocation() {}

    Allocation(UUID id, UUID project, LocalDate on, NewAllocation wanted, long seed, List<Place> places) {
        super(id);
        projectId = project;
        allocatedOn = on;
        unit = wanted.unit();
        arms = wanted.arms().stream().map(Arm::name).toList();
        strata = wanted.strata().stream().map(Stratum::name).toList();
        this.seed = seed;
        seedGiven = wanted.seed() != null;
        algorithm = Drawing.ALGORITHM;
        this.places = places;
    }

    AllocationEvent drawn() {
        return new AllocationEvent.Allocated(new AllocationEvent.State(
                id(), projectId, allocatedOn, unit, arms, strata, seed, seedGiven, algorithm, places));
    }
}
