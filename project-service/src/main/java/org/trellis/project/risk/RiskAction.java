package org.trellis.project.risk;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.risk.RiskState.CLOSED;
import static org.trellis.project.risk.RiskState.OPEN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a risk. */
enum RiskAction implements Move<RiskState, ProjectState> {
    CLOSE(Rule.<RiskState, ProjectState>move(Set.of(OPEN), CLOSED, Leads.ALL).needs("note")),
    REOPEN(Rule.<RiskState, ProjectState>move(Set.of(CLOSED), OPEN, Leads.ALL)
            .when("project-is-over", "a project that is not over", project -> !project.over()));

    /** Who minds a project's risks. */
    static final class Leads {
        static final Set<Role> ALL = Set.of(PROJECT_LEAD, ALLIANCE_LEAD, RD_LEAD);
    }

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
