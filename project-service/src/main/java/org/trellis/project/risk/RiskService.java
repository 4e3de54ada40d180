package org.trellis.project.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.Today;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.Projects;

/** Commands on projects' risks. */
@ApplicationScoped
class RiskService {
    private static final String WHO = "The project's lead and its alliance's leads mind its risks";

    private final ProjectRisks risks;
    private final RiskQueries queries;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Alerts alerts;
    private final Changes changes;

    RiskService(
            ProjectRisks risks,
            RiskQueries queries,
            Projects projects,
            Standing standing,
            Directory directory,
            Alerts alerts,
            Changes changes) {
        this.risks = risks;
        this.queries = queries;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.alerts = alerts;
        this.changes = changes;
    }

    @Transactional
    UUID raise(NewRisk body) {
        Standing.require(standing.inProject(body.projectId()), Leads.OF_PROJECT, WHO);
        projects.steady(body.projectId()).requireNotOver();
        directory.requirePerson(body.ownerId(), "$.ownerId");
        var risk = new ProjectRisk(Ids.next(), body);
        risks.persist(risk);
        changes.record(risk, risk.raised());
        return risk.id();
    }

    @Transactional
    UUID review(UUID id, NewRiskReview body) {
        var project = queries.row(id).project().id();
        Standing.require(standing.inProject(project), Leads.OF_PROJECT, WHO);
        projects.steady(project).requireNotOver();
        if (body.ownerId() != null) {
            directory.requirePerson(body.ownerId(), "$.ownerId");
        }
        var risk = risks.toMove(id);
        changes.record(risk, risk.review(body));
        alerts.settle(AlertKind.RISK_REVIEW_OVERDUE, id, Today.inEngland());
        return id;
    }

    @Transactional
    UUID move(UUID id, NewRiskTransition body) {
        var project = queries.row(id).project().id();
        var roles = standing.inProject(project);
        var state = projects.steady(project).state();
        var risk = risks.toMove(id);
        changes.record(risk, risk.move(body, roles, state));
        alerts.settle(AlertKind.RISK_REVIEW_OVERDUE, id, Today.inEngland());
        return id;
    }
}
