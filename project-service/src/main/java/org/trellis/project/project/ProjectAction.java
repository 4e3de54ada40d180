package org.trellis.project.project;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.FACILITATOR;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.project.ProjectState.ACTIVE;
import static org.trellis.project.project.ProjectState.APPROVED;
import static org.trellis.project.project.ProjectState.CLOSED;
import static org.trellis.project.project.ProjectState.DRAFT;
import static org.trellis.project.project.ProjectState.PROPOSED;
import static org.trellis.project.project.ProjectState.REPORTING;
import static org.trellis.project.project.ProjectState.SUSPENDED;
import static org.trellis.project.project.ProjectState.WITHDRAWN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Leads;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a project. */
public enum ProjectAction implements Move<ProjectState, ProjectFacts> {
    PROPOSE(Rule.<ProjectState, ProjectFacts>move(Set.of(DRAFT), PROPOSED, Set.of(ALLIANCE_LEAD, PROJECT_LEAD))
            .when("success-measure-missing", "a success measure", facts -> facts.successMeasures() > 0)
            .when(
                    "priority-missing",
                    "a priority of its alliances that has not ended",
                    facts -> facts.priorities() > 0)),
    /** Nobody approves a project of their own. */
    APPROVE(Rule.<ProjectState, ProjectFacts>move(Set.of(PROPOSED), APPROVED, Set.of(RD_LEAD, FACILITATOR))
            .neverBy(PROJECT_LEAD)),
    RETURN(Rule.<ProjectState, ProjectFacts>move(Set.of(PROPOSED, APPROVED), DRAFT, Set.of(RD_LEAD, FACILITATOR))
            .needs("note")),
    START(Rule.<ProjectState, ProjectFacts>move(Set.of(APPROVED), ACTIVE, Leads.OF_PROJECT)
            .when("committed-school-missing", "a school that has committed", facts -> facts.schools() > 0)
            .when("cycle-missing", "a learning cycle", facts -> facts.cycles() > 0)),
    REPORT(Rule.move(Set.of(ACTIVE), REPORTING, Leads.OF_PROJECT)),
    CLOSE(Rule.<ProjectState, ProjectFacts>move(Set.of(REPORTING), CLOSED, Leads.OF_ALLIANCE)
            .when("cycle-open", "every learning cycle closed", facts -> facts.openCycles() == 0)),
    SUSPEND(Rule.move(Set.of(APPROVED, ACTIVE, REPORTING), SUSPENDED, Leads.OF_ALLIANCE)),
    RESUME(Rule.moveBack(Set.of(SUSPENDED), ProjectFacts::suspendedFrom, Leads.OF_ALLIANCE)),
    WITHDRAW(Rule.<ProjectState, ProjectFacts>move(
                    Set.of(DRAFT, PROPOSED, APPROVED, ACTIVE, REPORTING, SUSPENDED), WITHDRAWN, Leads.OF_ALLIANCE)
            .needs("note"));

    private final Rule<ProjectState, ProjectFacts> rule;

    ProjectAction(Rule<ProjectState, ProjectFacts> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<ProjectState, ProjectFacts> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
