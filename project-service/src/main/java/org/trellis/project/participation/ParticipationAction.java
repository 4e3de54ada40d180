package org.trellis.project.participation;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.access.Role.SCHOOL_LEAD;
import static org.trellis.project.access.Role.TRUST_TEAM;
import static org.trellis.project.participation.ParticipationStatus.ACTIVE;
import static org.trellis.project.participation.ParticipationStatus.COMMITTED;
import static org.trellis.project.participation.ParticipationStatus.COMPLETED;
import static org.trellis.project.participation.ParticipationStatus.INTERESTED;
import static org.trellis.project.participation.ParticipationStatus.INVITED;
import static org.trellis.project.participation.ParticipationStatus.WITHDRAWN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a participation; the project's state is the one fact that they look at. */
public enum ParticipationAction implements Move<ParticipationStatus, ProjectState> {
    INVITE(open(Rule.move(Set.of(INTERESTED), INVITED, Leads.OF_PROJECT))),
    COMMIT(open(Rule.move(Set.of(INVITED), COMMITTED, Leads.OF_SCHOOL_OR_FOR_IT))
            .needsUnlessBy("note", Leads.OF_SCHOOL)),
    ACTIVATE(Rule.<ParticipationStatus, ProjectState>move(Set.of(COMMITTED), ACTIVE, Leads.OF_PROJECT)
            .when(
                    "project-not-approved",
                    "a project that is approved or active",
                    project -> project == ProjectState.APPROVED || project == ProjectState.ACTIVE)),
    COMPLETE(Rule.move(Set.of(ACTIVE), COMPLETED, Leads.OF_PROJECT)),
    WITHDRAW(Rule.<ParticipationStatus, ProjectState>move(
                    Set.of(INTERESTED, INVITED, COMMITTED, ACTIVE), WITHDRAWN, Leads.OF_SCHOOL_OR_FOR_IT)
            .needs("reason")
            .needsUnlessBy("note", Leads.OF_SCHOOL));

    /** Who decides for whom. The alliance's lead may act on a head's behalf, with a note that says so. */
    private static final class Leads {
        static final Set<Role> OF_PROJECT = Set.of(PROJECT_LEAD, ALLIANCE_LEAD, RD_LEAD);
        static final Set<Role> OF_SCHOOL = Set.of(SCHOOL_LEAD, TRUST_TEAM);
        static final Set<Role> OF_SCHOOL_OR_FOR_IT = Set.of(SCHOOL_LEAD, TRUST_TEAM, ALLIANCE_LEAD);
    }

    private final Rule<ParticipationStatus, ProjectState> rule;

    ParticipationAction(Rule<ParticipationStatus, ProjectState> rule) {
        this.rule = rule;
    }

    private static Rule<ParticipationStatus, ProjectState> open(Rule<ParticipationStatus, ProjectState> rule) {
        return rule.when("project-is-over", "a project that is not over", project -> !project.over());
    }

    @Override
    public Rule<ParticipationStatus, ProjectState> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
