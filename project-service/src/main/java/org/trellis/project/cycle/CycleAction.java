package org.trellis.project.cycle;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.CYCLE_LEAD;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.cycle.CyclePhase.CLOSED;
import static org.trellis.project.cycle.CyclePhase.DELIVERING;
import static org.trellis.project.cycle.CyclePhase.PLANNING;
import static org.trellis.project.cycle.CyclePhase.REVIEWING;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a learning cycle; the project's state is the one fact that they look at. */
public enum CycleAction implements Move<CyclePhase, ProjectState> {
    BASELINE(Rule.<CyclePhase, ProjectState>move(Set.of(PLANNING), CyclePhase.BASELINE, Leads.ALL)
            .when(
                    "project-not-approved",
                    "a project that is approved or active",
                    project -> project == ProjectState.APPROVED || project == ProjectState.ACTIVE)),
    DELIVER(Rule.<CyclePhase, ProjectState>move(Set.of(CyclePhase.BASELINE), DELIVERING, Leads.ALL)
            .when("project-not-active", "a project that is active", project -> project == ProjectState.ACTIVE)),
    REVIEW(Rule.move(Set.of(DELIVERING), REVIEWING, Leads.ALL)),
    CLOSE(Rule.move(Set.of(REVIEWING), CLOSED, Set.of(RD_LEAD)));

    private static final class Leads {
        static final Set<Role> ALL = Set.of(PROJECT_LEAD, CYCLE_LEAD, ALLIANCE_LEAD, RD_LEAD);
    }

    private final Rule<CyclePhase, ProjectState> rule;

    CycleAction(Rule<CyclePhase, ProjectState> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<CyclePhase, ProjectState> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
