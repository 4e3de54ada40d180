package org.trellis.project.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.cohort.Arm;
import org.trellis.project.cohort.Cohort;
import org.trellis.project.cohort.Cohorts;
import org.trellis.project.project.Projects;

/** Draws arms for a project, once and before anybody delivers. */
@ApplicationScoped
class AllocationService {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final long FIRST_BEYOND = 1L << 53;

    private final Allocations allocations;
    private final Units units;
    private final Cohorts cohorts;
    private final Projects projects;
    private final Standing standing;
    private final Changes changes;

    AllocationService(
            Allocations allocations,
            Units units,
            Cohorts cohorts,
            Projects projects,
            Standing standing,
            Changes changes) {
        this.allocations = allocations;
        this.units = units;
        this.cohorts = cohorts;
        this.projects = projects;
        this.standing = standing;
        this.changes = changes;
    }

    @Transactional
    UUID allocate(UUID project, NewAllocation wanted) {
        var roles = standing.inProject(project);
        var it = projects.toMove(project);
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads allocate");
        it.requireNotOver();
        if (it.planFrozen()) {
            throw Problems.conflict("plan-frozen", "Schools deliver already: arms are no longer drawn");
        }
        if (allocations.count("projectId", project) > 0) {
            throw Problems.conflict("allocated-once", "The arms have been drawn; they are drawn once");
        }
        var measured = cohorts.toAllocate(project);
        long seed = wanted.seed() == null ? CHANCE.nextLong(FIRST_BEYOND) : wanted.seed();
        var places = Drawing.places(units.of(wanted, measured), wanted.arms(), seed);
        var allocation = new Allocation(Ids.next(), project, Today.inEngland(), wanted, seed, places);
        allocations.persist(allocation);
        changes.record(allocation, allocation.drawn());
        place(wanted.unit(), places, measured);
        return allocation.id();
    }

    private void place(Unit unit, List<Place> places, List<Cohort> measured) {
        Map<UUID, Arm> arms = places.stream().collect(Collectors.toMap(Place::id, Place::arm));
        for (var cohort : measured) {
            cohort.allocate(arms.get(unit.of(cohort))).ifPresent(event -> changes.record(cohort, event));
        }
    }
}
