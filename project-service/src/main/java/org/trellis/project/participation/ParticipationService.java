package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.ProjectState;
import org.trellis.project.project.Projects;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on participations. */
@ApplicationScoped
public class ParticipationService {
    private static final Set<Role> ASKERS = Set.of(Role.SCHOOL_LEAD, Role.TRUST_TEAM);
    private static final Set<ProjectState> OPEN_TO_INTEREST =
            Set.of(ProjectState.PROPOSED, ProjectState.APPROVED, ProjectState.ACTIVE);

    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;
    private final Writer writer;

    ParticipationService(
            Participations participations,
            Projects projects,
            Standing standing,
            Directory directory,
            Changes changes,
            Writer writer) {
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
        this.writer = writer;
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
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads invite");
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
        projects.steady(participations.projectOf(id));
        return moved(id, body, roles);
    }

    /** A head says yes by a link: whoever holds it speaks for the school in this. */
    @Transactional
    public void commitByLink(UUID id, int termsVersion, Set<Role> roles) {
        projects.steady(participations.projectOf(id));
        var move = new NewParticipationTransition(ParticipationAction.COMMIT, null, null, termsVersion, null, null);
        var all = EnumSet.of(Role.SCHOOL_LEAD);
        all.addAll(roles);
        moved(id, move, all);
    }

    private UUID moved(UUID id, NewParticipationTransition body, Set<Role> roles) {
        var participation = participations.toMove(id);
        var facts = ParticipationQueries.facts(writer, participation.projectId());
        changes.record(participation, participation.move(body, roles, facts));
        return id;
    }

    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var roles = standing.inParticipation(id);
        Standing.require(
                roles, Leads.OF_PART, "The project's leads and those who answer for the school say how far it is");
        projects.steady(participations.projectOf(id)).requireNotOver();
        var participation = participations.toMove(id);
        Versioned.require(ifMatch, participation.version());
        var before = participation.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            changes.record(participation, participation.describe(after));
        }
    }
}
