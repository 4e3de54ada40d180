package org.trellis.project.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.SchoolCalendars;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;
import org.trellis.web.Parameters;

/** Questions about projects' risks. */
@ApplicationScoped
class RiskQueries implements Described {
    private static final String COLUMNS = """
            r.id, r.version, r.project_id, p.title as project_name, r.category, r.title, r.owner_id, r.likelihood,
            r.impact, r.mitigation, r.state, r.raised_on, r.reviewed_on, r.closed_on""";
    private static final String JOINED = " join project p on p.id = r.project_id";
    private static final String TABLES = "project_risk r" + JOINED;

    private final Reader reader;
    private final Standing standing;
    private final SchoolCalendars calendars;

    RiskQueries(Reader reader, Standing standing, SchoolCalendars calendars) {
        this.reader = reader;
        this.standing = standing;
        this.calendars = calendars;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/project-risks", this::list);
    }

    RiskView view(UUID id) {
        var row = row(id);
        var project = row.project().id();
        var state = reader.one(ProjectState.class, "select state from project where id = :id", Map.of("id", project))
                .orElseThrow(Problems::notFound);
        var today = Today.inEngland();
        return new RiskView(
                row,
                row.closedOn() == null
                        && ProjectRisk.overdue(row.reviewedOn(), today, calendars.ofProject(project, today)),
                reader.list(RiskView.Reviewed.class, """
                        select reviewed_on, likelihood, impact, mitigation, note from project_risk_review
                        where project_risk_id = :id order by position""", Map.of("id", id)),
                Rule.actions(
                        List.of(RiskAction.values()),
                        RiskState.valueOf(row.state()),
                        standing.inProject(project),
                        state));
    }

    RiskView.Row row(UUID id) {
        return reader.one(
                        RiskView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where r.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<RiskView.Row> list(Parameters parameters) {
        return Listing.of(RiskView.Row.class, COLUMNS, Standing.SIGHT.of("project_risk", "project_id", "r") + JOINED)
                .id("r.id")
                .where("r.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("r.owner_id = :ownerId", "ownerId", parameters.id("ownerId"))
                .where(
                        "r.state = :state",
                        "state",
                        parameters.oneOf("state", RiskState.class).map(Enum::name))
                .where(
                        "r.category = :category",
                        "category",
                        parameters.oneOf("category", RiskCategory.class).map(Enum::name))
                .where("r.reviewed_on < :reviewedBefore", "reviewedBefore", parameters.day("reviewedBefore"))
                .sortable("raisedOn", "r.raised_on", "date")
                .keptInStep("project_risk", "r", Standing.SIGHT)
                .page(reader, parameters);
    }
}
