package org.trellis.project.roleholder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.directory.Directory;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Projects;

/** Commands on who holds which role for a school. */
@ApplicationScoped
class RoleHolderService {
    private static final Set<Role> NAMERS =
            Leads.and(Leads.OF_PROJECT, Role.SCHOOL_LEAD, Role.TRUST_TEAM, Role.HEADTEACHER_SPONSOR);
    private static final String WHO = "The project's leads and those who answer for the school name who does what";

    private final RoleHolders holders;
    private final RoleHolderQueries queries;
    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Alerts alerts;
    private final Changes changes;

    RoleHolderService(
            RoleHolders holders,
            RoleHolderQueries queries,
            Participations participations,
            Projects projects,
            Standing standing,
            Directory directory,
            Alerts alerts,
            Changes changes) {
        this.holders = holders;
        this.queries = queries;
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.alerts = alerts;
        this.changes = changes;
    }

    @Transactional
    UUID name(NewRoleHolder body) {
        var roles = standing.inParticipation(body.participationId());
        Standing.require(roles, NAMERS, WHO);
        projects.steady(participations.projectOf(body.participationId())).requireNotOver();
        var participation = participations.steady(body.participationId());
        directory.requirePerson(body.personId(), "$.personId");
        if (body.role() == SchoolRole.HEADTEACHER_SPONSOR
                && !directory.heads(body.personId(), participation.organisationId(), body.startsOn())) {
            throw Problems.conflict(
                    "not-its-head",
                    "A sponsor is a head of the school from the first day on",
                    List.of("a headship of the school on that day"));
        }
        var holder = new RoleHolder(Ids.next(), participation, body);
        if (body.succeedsId() != null) {
            succeed(holder, body.succeedsId());
        }
        holders.persist(holder);
        changes.record(holder, holder.started());
        if (body.role() == SchoolRole.HEADTEACHER_SPONSOR) {
            alerts.settle(AlertKind.SPONSORSHIP_LAPSED, participation.id(), Today.inEngland());
        }
        return holder.id();
    }

    /** The one before is written first, so that nobody holds the role twice at any time. */
    private void succeed(RoleHolder next, UUID beforeId) {
        queries.view(beforeId);
        var before = holders.toMove(beforeId);
        changes.record(before, before.giveTo(next));
    }

    @Transactional
    UUID end(UUID id) {
        var seen = queries.view(id);
        Standing.require(standing.inParticipation(seen.participationId()), NAMERS, WHO);
        var holder = holders.toMove(id);
        changes.record(holder, holder.end(Today.inEngland(), Ending.ENDED));
        return id;
    }
}
