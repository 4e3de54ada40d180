package org.trellis.project.project;

import static org.trellis.project.access.Role.ALLIANCE_TRUST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Event;
import org.trellis.outbox.Ids;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.plan.NewAnalysisPlan;
import org.trellis.project.project.plan.NewDeviation;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on projects. */
@ApplicationScoped
class ProjectService {
    private static final Set<Role> DRAFTERS = Leads.and(Leads.OF_ALLIANCE, ALLIANCE_TRUST);

    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Connections connections;
    private final Changes changes;
    private final Writer writer;

    ProjectService(
            Projects projects,
            Standing standing,
            Directory directory,
            Connections connections,
            Changes changes,
            Writer writer) {
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.connections = connections;
        this.changes = changes;
        this.writer = writer;
    }

    @Transactional
    UUID draft(NewProject body) {
        directory.requireAlliance(body.allianceId(), "$.allianceId");
        Standing.require(
                standing.atAlliance(body.allianceId()), DRAFTERS, "Its alliance's leads and its trust draft a project");
        return kept(body).id();
    }

    private Project kept(NewProject drafted) {
        var description = drafted.description();
        var project = new Project(Ids.next(), drafted, connections.editions(description));
        connections.require(project.id(), drafted.allianceId(), description);
        projects.persist(project);
        changes.record(project, project.drafted());
        return project;
    }

    @Transactional
    UUID copy(UUID id, NewCopy body) {
        var roles = standing.inProject(id);
        var project = projects.steady(id);
        Standing.require(roles, DRAFTERS, "Its alliance's leads and its trust draft a project");
        var copy = project.copy(Ids.next(), body, connections.editions(project.description()));
        projects.persist(copy);
        changes.record(copy, copy.drafted());
        return copy.id();
    }

    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var roles = standing.inProject(id);
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads change it");
        var project = projects.toMove(id);
        Versioned.require(ifMatch, project.version());
        var before = project.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            var event = project.describe(after, connections.editions(after), reason());
            connections.require(id, project.allianceId(), before, after);
            changes.record(project, event);
        }
    }

    @Transactional
    UUID judgeBy(UUID id, NewSuccessMeasure body) {
        return planned(id, project -> {
            directory.requireMeasure(body.measureId(), "$.measureId");
            return project.judgeBy(body, reason());
        });
    }

    @Transactional
    UUID take(UUID id, NewSchedule body) {
        return planned(id, project -> project.take(body, reason()));
    }

    @Transactional
    UUID plan(UUID id, NewAnalysisPlan body) {
        return planned(id, project -> project.plan(body));
    }

    @Transactional
    UUID deviate(UUID id, NewDeviation body) {
        return planned(id, project -> project.deviate(body));
    }

    private UUID planned(UUID id, Function<Project, Event> verb) {
        var roles = standing.inProject(id);
        var project = projects.toMove(id);
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads say how it is judged");
        changes.record(project, verb.apply(project));
        return id;
    }

    @Transactional
    UUID move(UUID id, NewProjectTransition body) {
        var roles = standing.inProject(id);
        var project = projects.toMove(id);
        changes.record(project, project.move(body, roles, ProjectQueries.facts(writer, id)));
        return id;
    }

    private static String reason() {
        return CurrentRequest.reason().orElse(null);
    }
}
