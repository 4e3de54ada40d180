package org.trellis.project.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.directory.Directory;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Projects;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on milestones. */
@ApplicationScoped
class MilestoneService {
    private static final String WHO = "The project's leads plan milestones";

    private final Milestones milestones;
    private final MilestoneQueries queries;
    private final Participations participations;
    private final Projects projects;
    private final Directory directory;
    private final Alerts alerts;
    private final Writer writer;
    private final Changes changes;

    MilestoneService(
            Milestones milestones,
            MilestoneQueries queries,
            Participations participations,
            Projects projects,
            Directory directory,
            Alerts alerts,
            Writer writer,
            Changes changes) {
        this.milestones = milestones;
        this.queries = queries;
        this.participations = participations;
        this.projects = projects;
        this.directory = directory;
        this.alerts = alerts;
        this.writer = writer;
        this.changes = changes;
    }

    @Transactional
    UUID plan(NewMilestone body) {
        Standing.require(queries.roles(body.projectId(), null), Leads.OF_CYCLES, WHO);
        projects.steady(body.projectId()).requireNotOver();
        requireOfProject(body);
        directory.requirePerson(body.ownerId(), "$.ownerId");
        var milestone = new Milestone(Ids.next(), body);
        milestones.persist(milestone);
        changes.record(milestone, milestone.planned());
        return milestone.id();
    }

    private void requireOfProject(NewMilestone body) {
        if (body.participationId() != null
                && participations
                        .findByIdOptional(body.participationId())
                        .filter(p -> p.projectId().equals(body.projectId()))
                        .isEmpty()) {
            throw Problems.referencePending("$.participationId");
        }
        if (body.cycleId() != null
                && writer.one(
                                UUID.class,
                                "select id from cycle where id = :cycle and project_id = :project",
                                Map.of("cycle", body.cycleId(), "project", body.projectId()))
                        .isEmpty()) {
            throw Problems.referencePending("$.cycleId");
        }
    }

    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var seen = queries.row(id);
        Standing.require(queries.roles(seen.project().id(), null), Leads.OF_CYCLES, WHO);
        projects.steady(seen.project().id()).requireNotOver();
        var milestone = milestones.toMove(id);
        Versioned.require(ifMatch, milestone.version());
        var before = milestone.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            directory.requirePerson(after.ownerId(), "$.ownerId");
            changes.record(milestone, milestone.describe(after));
            settle(id);
        }
    }

    @Transactional
    UUID move(UUID id, NewMilestoneTransition body) {
        var seen = queries.row(id);
        var roles = queries.roles(seen.project().id(), seen.participationId());
        var project = projects.steady(seen.project().id());
        var milestone = milestones.toMove(id);
        changes.record(milestone, milestone.move(body, roles, project.state()));
        settle(id);
        return id;
    }

    private void settle(UUID id) {
        alerts.settle(AlertKind.MILESTONE_NEAR, id, Today.inEngland());
        alerts.settle(AlertKind.MILESTONE_MISSED, id, Today.inEngland());
    }
}
