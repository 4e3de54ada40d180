package org.trellis.project.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportTally;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;
import org.trellis.outbox.Event;
import org.trellis.outbox.Ids;

/** Projects that come in bundles: drafted where they are not there yet, described anew while they are drafts. */
@ApplicationScoped
public class ImportedProjects {
    /** What became of projects. @param faults of those that could not be changed */
    public record Outcome(ImportTally tally, List<ImportFault> faults) {}

    private final Projects projects;
    private final Changes changes;

    ImportedProjects(Projects projects, Changes changes) {
        this.projects = projects;
        this.changes = changes;
    }

    /** Keeps them, each with its measures; what they refer to has been looked for, and who may draft them been asked. */
    public Outcome keep(List<ImportedProject> imported) {
        var made = new ArrayList<Change>();
        var faults = new ArrayList<ImportFault>();
        var tally = ImportTally.NONE;
        for (var one : imported) {
            var there = there(one);
            if (there.isEmpty()) {
                made.add(drafted(one));
                tally = tally.plus(new ImportTally(1 + one.measures().size(), 0, 0));
            } else if (!differs(there.get(), one)) {
                tally = tally.plus(new ImportTally(0, 0, 1 + one.measures().size()));
            } else if (there.get().state() == ProjectState.DRAFT) {
                int missing = there.get().missing(one.measures()).size();
                changes.record(there.get(), describedAnew(there.get(), one));
                tally = tally.plus(new ImportTally(missing, 1, one.measures().size() - missing));
            } else {
                faults.add(new ImportFault(
                        one.line(), "project", "no-longer-a-draft", "", "is there already, otherwise, and no draft"));
            }
        }
        projects.flush();
        changes.record(made);
        return new Outcome(tally, faults);
    }

    private Optional<Project> there(ImportedProject one) {
        return projects.called(one.project().allianceId(), one.key()).map(projects::toMove);
    }

    private Change drafted(ImportedProject one) {
        var project = new Project(Ids.next(), one.project(), Map.of(), one.key());
        one.measures().forEach(measure -> project.judgeBy(measure, null));
        projects.persist(project);
        return new Change(project.id(), 0, project.drafted());
    }

    private static boolean differs(Project there, ImportedProject one) {
        return !there.description().equals(described(there, one))
                || !there.missing(one.measures()).isEmpty();
    }

    private static Event describedAnew(Project there, ImportedProject one) {
        var event = there.describe(described(there, one), Map.of(), null);
        for (var measure : there.missing(one.measures())) {
            event = there.judgeBy(measure, null);
        }
        return event;
    }

    /** A bundle does not speak of all that a project has. */
    private static ProjectDescription described(Project there, ImportedProject one) {
        var now = there.description();
        var then = one.project().description();
        return new ProjectDescription(
                then.title(),
                then.focusArea(),
                then.researchQuestions(),
                then.kind(),
                then.design(),
                then.startsOn(),
                then.endsOn(),
                then.summary(),
                now.partnerAllianceIds(),
                now.interventionIds(),
                now.targets(),
                now.partners(),
                then.priorityIds(),
                now.buildsOnId(),
                then.stage());
    }
}
