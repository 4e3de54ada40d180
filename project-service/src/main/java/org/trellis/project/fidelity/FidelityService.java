package org.trellis.project.fidelity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Projects;

/** Commands on fidelity. */
@ApplicationScoped
class FidelityService {
    private static final Set<Role> REPORTERS = Set.of(
            Role.PROJECT_LEAD,
            Role.CYCLE_LEAD,
            Role.COACH,
            Role.SCHOOL_LEAD,
            Role.SCHOOL_STAFF,
            Role.TRUST_TEAM,
            Role.HEADTEACHER_SPONSOR,
            Role.SENIOR_LEADER_CHAMPION);

    private record Used(int edition, List<String> ingredients) {}

    /** In the edition that the project uses, as history keeps it where it has been revised since. */
    private static final String USED = """
            select u.edition,
                   coalesce((select i.active_ingredients from intervention i
                             where i.id = u.intervention_id and i.edition = u.edition),
                            (select array(select jsonb_array_elements_text(h.state -> 'activeIngredients')) from history h
                             where h.aggregatetype = 'intervention' and h.aggregateid = u.intervention_id
                               and cast(h.state ->> 'edition' as int) = u.edition
                             order by h.version desc limit 1), '{}') as ingredients
            from project_intervention u where u.project_id = :project and u.intervention_id = :intervention""";

    private final FidelityReports reports;
    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Alerts alerts;
    private final Writer writer;
    private final Changes changes;

    FidelityService(
            FidelityReports reports,
            Participations participations,
            Projects projects,
            Standing standing,
            Alerts alerts,
            Writer writer,
            Changes changes) {
        this.reports = reports;
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.alerts = alerts;
        this.writer = writer;
        this.changes = changes;
    }

    @Transactional
    UUID report(NewFidelity body) {
        var roles = standing.inParticipation(body.participationId());
        Standing.require(
                roles, REPORTERS, "Who delivers at the school, and who leads the project, says what was delivered");
        projects.steady(participations.projectOf(body.participationId())).requireNotOver();
        var participation = participations.steady(body.participationId());
        if (!delivers(body)) {
            throw Problems.conflict(
                    "does-not-deliver",
                    "The school has not delivered in this cycle",
                    List.of("a cycle in which the school delivers"));
        }
        var used = writer.one(
                        Used.class,
                        USED,
                        Map.of("project", participation.projectId(), "intervention", body.interventionId()))
                .orElseThrow(() -> Problems.conflict(
                        "not-used-here",
                        "The project does not use this intervention",
                        List.of("an intervention that the project uses")));
        var fidelity =
                reports.toReplace(body).orElseGet(() -> new Fidelity(Ids.next(), participation, body, used.edition()));
        var event = fidelity.report(body, used.ingredients());
        reports.persist(fidelity);
        changes.record(fidelity, event);
        tellLead(fidelity, event);
        return fidelity.id();
    }

    private void tellLead(Fidelity fidelity, FidelityEvent event) {
        if (fidelity.touched().isEmpty()) {
            alerts.settle(AlertKind.ACTIVE_INGREDIENT_TOUCHED, fidelity.id(), Today.inEngland());
        } else {
            alerts.raise(
                    AlertKind.ACTIVE_INGREDIENT_TOUCHED,
                    event.state().projectId(),
                    event.state().participationId(),
                    fidelity.id(),
                    "Left out or adapted, though it must be kept: " + String.join("; ", fidelity.touched()),
                    Today.inEngland());
        }
    }

    private boolean delivers(NewFidelity body) {
        return writer.one(Boolean.class, """
                select exists (select from cycle_delivery
                               where cycle_id = :cycle and participation_id = :participation)""", Map.of("cycle", body.cycleId(), "participation", body.participationId()))
                .orElseThrow();
    }
}
