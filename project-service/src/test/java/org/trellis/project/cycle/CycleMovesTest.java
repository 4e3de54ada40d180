package org.trellis.project.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

class CycleMovesTest {
    private static final Set<Role> LEAD = Set.of(Role.RD_LEAD);

    @Test
    void goesFromPlanningToClosedStepByStep() {
        var cycle = planned();

        assertEquals(CyclePhase.BASELINE, moved(cycle, CycleAction.BASELINE, LEAD, ProjectState.APPROVED));
        assertEquals(CyclePhase.DELIVERING, moved(cycle, CycleAction.DELIVER, LEAD, ProjectState.ACTIVE));
        assertEquals(CyclePhase.REVIEWING, moved(cycle, CycleAction.REVIEW, LEAD, ProjectState.ACTIVE));
        assertEquals(CyclePhase.CLOSED, moved(cycle, CycleAction.CLOSE, LEAD, ProjectState.ACTIVE));
    }

    @Test
    void deliversInAnActiveProjectOnly() {
        var cycle = planned();
        moved(cycle, CycleAction.BASELINE, LEAD, ProjectState.APPROVED);

        assertEquals("project-not-active", refusal(cycle, CycleAction.DELIVER, LEAD, ProjectState.APPROVED));
    }

    @Test
    void skipsNoPhase() {
        assertEquals("not-in-this-state", refusal(planned(), CycleAction.REVIEW, LEAD, ProjectState.ACTIVE));
    }

    @Test
    void isClosedByTheResearchLeadAlone() {
        assertEquals(
                "forbidden",
                refusal(
                        planned(),
                        CycleAction.CLOSE,
                        Set.of(Role.PROJECT_LEAD, Role.ALLIANCE_LEAD),
                        ProjectState.ACTIVE));
    }

    static Cycle planned() {
        return new Cycle(
                UUID.fromString("01978a3e-0000-7000-8000-000000000005"),
                new NewCycle(
                        UUID.fromString("01978a3e-0000-7000-8000-000000000001"),
                        1,
                        "First year",
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 7, 20)));
    }

    private static CyclePhase moved(Cycle cycle, CycleAction action, Set<Role> by, ProjectState project) {
        return cycle.move(new NewCycleTransition(action, null), by, project)
                .state()
                .phase();
    }

    private static Object refusal(Cycle cycle, CycleAction action, Set<Role> by, ProjectState project) {
        return assertThrows(HttpProblem.class, () -> moved(cycle, action, by, project))
                .getParameters()
                .get("code");
    }
}
