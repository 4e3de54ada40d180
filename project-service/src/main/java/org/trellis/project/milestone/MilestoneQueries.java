package org.trellis.project.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;
import org.trellis.web.Parameters;

/** Questions about milestones. */
@ApplicationScoped
class MilestoneQueries implements Described {
    private static final String COLUMNS = """
            m.id, m.version, m.project_id, p.title as project_name, m.cycle_id, m.participation_id, m.name, m.owner_id,
            m.due, m.remind_days, m.state, m.met_on, m.note""";
    private static final String JOINED = " join project p on p.id = m.project_id";
    private static final String TABLES = "milestone m" + JOINED;

    private static final Set<Role> OF_A_SCHOOL = Set.of(Role.SCHOOL_LEAD, Role.SCHOOL_STAFF, Role.TRUST_TEAM);

    private final Reader reader;
    private final Standing standing;

    MilestoneQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/milestones", this::list);
    }

    MilestoneView view(UUID id) {
        var row = row(id);
        var state = reader.one(
                        ProjectState.class,
                        "select state from project where id = :id",
                        Map.of("id", row.project().id()))
                .orElseThrow(Problems::notFound);
        return new MilestoneView(
                row,
                Rule.actions(
                        List.of(MilestoneAction.values()),
                        MilestoneState.valueOf(row.state()),
                        roles(row.project().id(), row.participationId()),
                        state));
    }

    /** In the school's part where it is a school's; otherwise in the project, for which no school speaks. */
    Set<Role> roles(UUID project, UUID participation) {
        if (participation != null) {
            return standing.inParticipation(participation);
        }
        var roles = EnumSet.copyOf(standing.inProject(project));
        roles.removeAll(OF_A_SCHOOL);
        return roles;
    }

    MilestoneView.Row row(UUID id) {
        return reader.one(
                        MilestoneView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where m.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<MilestoneView.Row> list(Parameters parameters) {
        return Listing.of(MilestoneView.Row.class, COLUMNS, Standing.SIGHT.of("milestone", "project_id", "m") + JOINED)
                .id("m.id")
                .where("m.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("m.cycle_id = :cycleId", "cycleId", parameters.id("cycleId"))
                .where("m.participation_id = :participationId", "participationId", parameters.id("participationId"))
                .where("m.owner_id = :ownerId", "ownerId", parameters.id("ownerId"))
                .where(
                        "m.state = :state",
                        "state",
                        parameters.oneOf("state", MilestoneState.class).map(Enum::name))
                .where("m.due < :dueBefore", "dueBefore", parameters.day("dueBefore"))
                .sortable("due", "m.due", "date")
                .keptInStep("milestone", "m", Standing.SIGHT)
                .page(reader, parameters);
    }
}
