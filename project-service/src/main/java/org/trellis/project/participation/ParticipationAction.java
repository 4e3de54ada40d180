package org.trellis.project.participation;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.participation.ParticipationStatus.ACTIVE;
import static org.trellis.project.participation.ParticipationStatus.COMMITTED;
import static org.trellis.project.participation.ParticipationStatus.COMPLETED;
import static org.trellis.project.participation.ParticipationStatus.INTERESTED;
import static org.trellis.project.participation.ParticipationStatus.INVITED;
import static org.trellis.project.participation.ParticipationStatus.WITHDRAWN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a participation; they look at the project. */
enum ParticipationAction implements Move<ParticipationStatus, ParticipationFacts> {
    INVITE(open(Rule.move(Set.of(INTERESTED), INVITED, Leads.OF_PROJECT))),
    COMMIT(open(Rule.move(Set.of(INVITED), COMMITTED, For.A_SCHOOL))
            .needsUnlessBy("note", Leads.OF_SCHOOL)
            .needsWhen("termsVersion", facts -> facts.terms() != null)),
    ACTIVATE(Rule.<ParticipationStatus, ParticipationFacts>move(Set.of(COMMITTED), ACTIVE, Leads.OF_PROJECT)
            .when(
                    "project-not-approved",
                    "a project that is approved or active",
                    facts -> facts.project() == ProjectState.APPROVED || facts.project() == ProjectState.ACTIVE)),
    COMPLETE(Rule.move(Set.of(ACTIVE), COMPLETED, Leads.OF_PROJECT)),
    WITHDRAW(Rule.<ParticipationStatus, ParticipationFacts>move(
                    Set.of(INTERESTED, INVITED, COMMITTED, ACTIVE), WITHDRAWN, For.A_SCHOOL)
            .needs("reason")
            .needsUnlessBy("note", Leads.OF_SCHOOL));

    /** The alliance's lead may act on a head's behalf, with a note that says so. */
    private static final class For {
        static final Set<Role> A_SCHOOL = Leads.and(Leads.OF_SCHOOL, ALLIANCE_LEAD);
    }

    private final Rule<ParticipationStatus, ParticipationFacts> rule;

    ParticipationAction(Rule<ParticipationStatus, ParticipationFacts> rule) {
        this.rule = rule;
    }

    private static Rule<ParticipationStatus, ParticipationFacts> open(
            Rule<ParticipationStatus, ParticipationFacts> rule) {
        return rule.when(
                "project-is-over",
                "a project that is not over",
                facts -> !facts.project().over());
    }

    @Override
    public Rule<ParticipationStatus, ParticipationFacts> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
