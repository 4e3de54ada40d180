package org.trellis.project.milestone;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.CYCLE_LEAD;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.access.Role.SCHOOL_LEAD;
import static org.trellis.project.access.Role.SENIOR_LEADER_CHAMPION;
import static org.trellis.project.milestone.MilestoneState.DROPPED;
import static org.trellis.project.milestone.MilestoneState.MET;
import static org.trellis.project.milestone.MilestoneState.MISSED;
import static org.trellis.project.milestone.MilestoneState.PLANNED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a milestone; that it is missed says the calendar. */
enum MilestoneAction implements Move<MilestoneState, ProjectState> {
    MEET(Rule.<MilestoneState, ProjectState>move(Set.of(PLANNED, MISSED), MET, Leads.AND_SCHOOL)
            .when("project-is-over", "a project that is not over", project -> !project.over())),
    DROP(Rule.<MilestoneState, ProjectState>move(Set.of(PLANNED, MISSED), DROPPED, Leads.OF_PROJECT)
            .needs("note")
            .when("project-is-over", "a project that is not over", project -> !project.over()));

    /** Who plans, and who does. A school's own milestones are met by the school too. */
    static final class Leads {
        static final Set<Role> OF_PROJECT = Set.of(PROJECT_LEAD, CYCLE_LEAD, ALLIANCE_LEAD, RD_LEAD);
        static final Set<Role> AND_SCHOOL =
                Set.of(PROJECT_LEAD, CYCLE_LEAD, ALLIANCE_LEAD, RD_LEAD, SCHOOL_LEAD, SENIOR_LEADER_CHAMPION);
    }

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
