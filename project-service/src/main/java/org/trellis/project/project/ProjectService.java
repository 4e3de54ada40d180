package org.trellis.project.project;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.ALLIANCE_TRUST;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on projects. */
@ApplicationScoped
class ProjectService {
    private static final Set<Role> DRAFTERS = Set.of(ALLIANCE_LEAD, RD_LEAD, ALLIANCE_TRUST);
    private static final Set<Role> PLANNERS = Set.of(PROJECT_LEAD, ALLIANCE_LEAD, RD_LEAD);

    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;
    private final Writer writer;

    ProjectService(Projects projects, Standing standing, Directory directory, Changes changes, Writer writer) {
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
        this.writer = writer;
    }

    @Transactional
    UUID draft(NewProject body) {
        directory.requireAlliance(body.allianceId(), "$.allianceId");
        Standing.require(
                standing.atAlliance(body.allianceId()), DRAFTERS, "Its alliance's leads and its trust draft a project");
        var project = new Project(
                Ids.next(), body, directory.editions(body.description().interventionIds(), "$.interventionIds"));
        directory.requireAlliances(project.description().partnerAllianceIds(), "$.partnerAllianceIds");
        projects.persist(project);
        changes.record(project, project.drafted());
        return project.id();
    }

    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var roles = standing.inProject(id);
        var project = projects.toMove(id);
        Versioned.require(ifMatch, project.version());
        Standing.require(roles, PLANNERS, "The project's lead and its alliance's leads change it");
        var before = project.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            var event = project.describe(after, directory.editions(after.interventionIds(), "$.interventionIds"));
            directory.requireAlliances(project.description().partnerAllianceIds(), "$.partnerAllianceIds");
            changes.record(project, event);
        }
    }

    @Transactional
    UUID judgeBy(UUID id, NewSuccessMeasure body) {
        var roles = standing.inProject(id);
        var project = projects.toMove(id);
        Standing.require(roles, PLANNERS, "The project's lead and its alliance's leads say how it is judged");
        directory.requireMeasure(body.measureId(), "$.measureId");
        changes.record(project, project.judgeBy(body));
        return id;
    }

    @Transactional
    UUID move(UUID id, NewProjectTransition body) {
        var roles = standing.inProject(id);
        var project = projects.toMove(id);
        changes.record(project, project.move(body, roles, ProjectQueries.facts(writer, id)));
        return id;
    }
}
