package org.trellis.project.risk;

import static org.trellis.project.risk.RiskState.CLOSED;
import static org.trellis.project.risk.RiskState.OPEN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Leads;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a risk. */
enum RiskAction implements Move<RiskState, ProjectState> {
    CLOSE(Rule.<RiskState, ProjectState>move(Set.of(OPEN), CLOSED, Leads.OF_PROJECT)
            .needs("note")),
    REOPEN(Rule.<RiskState, ProjectState>move(Set.of(CLOSED), OPEN, Leads.OF_PROJECT)
            .when("project-is-over", "a project that is not over", project -> !project.over()));

    private final Rule<RiskState, ProjectState> rule;

    RiskAction(Rule<RiskState, ProjectState> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<RiskState, ProjectState> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
