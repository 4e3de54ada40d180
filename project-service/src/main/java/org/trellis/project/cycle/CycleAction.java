package org.trellis.project.cycle;

import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.cycle.CyclePhase.CLOSED;
import static org.trellis.project.cycle.CyclePhase.DELIVERING;
import static org.trellis.project.cycle.CyclePhase.PLANNING;
import static org.trellis.project.cycle.CyclePhase.REVIEWING;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Leads;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of a learning cycle. */
public enum CycleAction implements Move<CyclePhase, CycleFacts> {
    BASELINE(Rule.<CyclePhase, CycleFacts>move(Set.of(PLANNING), CyclePhase.BASELINE, Leads.OF_CYCLES)
            .when(
                    "project-not-approved",
                    "a project that is approved or active",
                    facts -> facts.project() == ProjectState.APPROVED || facts.project() == ProjectState.ACTIVE)),
    DELIVER(Rule.<CyclePhase, CycleFacts>move(Set.of(CyclePhase.BASELINE), DELIVERING, Leads.OF_CYCLES)
            .when("project-not-active", "a project that is active", facts -> facts.project() == ProjectState.ACTIVE)
            .when(
                    "baseline-not-accepted",
                    "an active school whose baseline of each success measure is accepted or waived",
                    facts -> !facts.ready().isEmpty())),
    REVIEW(Rule.move(Set.of(DELIVERING), REVIEWING, Leads.OF_CYCLES)),
    CLOSE(Rule.<CyclePhase, CycleFacts>move(Set.of(REVIEWING), CLOSED, Set.of(RD_LEAD))
            .when(
                    "review-missing",
                    "a review with what went well and what did not, problems, peer challenge and a decision",
                    CycleFacts::reviewed));

    private final Rule<CyclePhase, CycleFacts> rule;

    CycleAction(Rule<CyclePhase, CycleFacts> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<CyclePhase, CycleFacts> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
