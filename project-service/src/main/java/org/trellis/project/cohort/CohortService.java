package org.trellis.project.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Projects;

/** Commands on cohorts. */
@ApplicationScoped
class CohortService {
    private static final Set<Role> FORMERS = Set.of(
            Role.PROJECT_LEAD, Role.CYCLE_LEAD, Role.ALLIANCE_LEAD, Role.RD_LEAD, Role.SCHOOL_LEAD, Role.TRUST_TEAM);

    private final Cohorts cohorts;
    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Changes changes;

    CohortService(
            Cohorts cohorts, Participations participations, Projects projects, Standing standing, Changes changes) {
        this.cohorts = cohorts;
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.changes = changes;
    }

    @Transactional
    UUID form(NewCohort body) {
        var roles = standing.inParticipation(body.participationId());
        Standing.require(roles, FORMERS, "The project's leads, the school's lead and its trust form cohorts");
        projects.steady(participations.projectOf(body.participationId())).requireNotOver();
        var cohort = new Cohort(Ids.next(), participations.steady(body.participationId()), body);
        cohorts.persist(cohort);
        changes.record(cohort, cohort.formed());
        return cohort.id();
    }
}
