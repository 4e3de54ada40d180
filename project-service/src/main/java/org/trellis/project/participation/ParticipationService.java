package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.ProjectState;
import org.trellis.project.project.Projects;

/** Commands on participations. */
@ApplicationScoped
class ParticipationService {
    private static final Set<Role> INVITERS = Set.of(Role.PROJECT_LEAD, Role.ALLIANCE_LEAD, Role.RD_LEAD);
    private static final Set<Role> ASKERS = Set.of(Role.SCHOOL_LEAD, Role.TRUST_TEAM);
    private static final Set<ProjectState> OPEN_TO_INTEREST =
            Set.of(ProjectState.PROPOSED, ProjectState.APPROVED, ProjectState.ACTIVE);

    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;

    ParticipationService(
            Participations participations, Projects projects, Standing standing, Directory directory, Changes changes) {
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
    }

    @Transactional
    UUID bringIn(NewParticipation body) {
        if (body.asked()) {
            requireInviter(body);
        } else {
            requireAsker(body);
        }
        directory.requireOrganisation(body.organisationId(), "$.organisationId");
        var participation = new Participation(Ids.next(), body);
        participations.persist(participation);
        changes.record(participation, participation.entered());
        return participation.id();
    }

    private void requireInviter(NewParticipation body) {
        var roles = standing.inProject(body.projectId());
        var project = projects.steady(body.projectId());
        Standing.require(roles, INVITERS, "The project's lead and its alliance's leads invite");
        project.requireNotOver();
    }

    /** A school asks before it sees the project: one that is not open to it answers as one that is not there. */
    private void requireAsker(NewParticipation body) {
        Standing.require(standing.atSchool(body.organisationId()), ASKERS, "A school's lead or its trust asks for it");
        boolean open = projects.findByIdOptional(body.projectId(), LockModeType.PESSIMISTIC_READ)
                .filter(project -> OPEN_TO_INTEREST.contains(project.state()))
                .isPresent();
        if (!open) {
            throw Problems.referencePending("$.projectId");
        }
    }

    @Transactional
    UUID move(UUID id, NewParticipationTransition body) {
        var roles = standing.inParticipation(id);
        // The project first, as everywhere, so that two commands never wait for each other.
        var project = projects.steady(participations.projectOf(id));
        var participation = participations.toMove(id);
        changes.record(participation, participation.move(body, roles, project.state()));
        return id;
    }
}
