package org.trellis.project.milestone;

import static org.trellis.project.access.Role.SCHOOL_LEAD;
import static org.trellis.project.access.Role.SENIOR_LEADER_CHAMPION;
import static org.trellis.project.milestone.MilestoneState.DROPPED;
import static org.trellis.project.milestone.MilestoneState.MET;
import static org.trellis.project.milestone.MilestoneState.MISSED;
import static org.trellis.project.milestone.MilestoneState.PLANNED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Leads;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a milestone; that it is missed says the calendar. */
enum MilestoneAction implements Move<MilestoneState, ProjectState> {
    /** A school's own milestones are met by the school too. */
    MEET(Rule.<MilestoneState, ProjectState>move(
                    Set.of(PLANNED, MISSED), MET, Leads.and(Leads.OF_CYCLES, SCHOOL_LEAD, SENIOR_LEADER_CHAMPION))
            .when("project-is-over", "a project that is not over", project -> !project.over())),
    DROP(Rule.<MilestoneState, ProjectState>move(Set.of(PLANNED, MISSED), DROPPED, Leads.OF_CYCLES)
            .needs("note")
            .when("project-is-over", "a project that is not over", project -> !project.over()));

    private final Rule<MilestoneState, ProjectState> rule;

    MilestoneAction(Rule<MilestoneState, ProjectState> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<MilestoneState, ProjectState> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
