package org.trellis.project.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.project.cycle.CyclePhase.BASELINE;
import static org.trellis.project.cycle.CyclePhase.CLOSED;
import static org.trellis.project.cycle.CyclePhase.DELIVERING;
import static org.trellis.project.cycle.CyclePhase.PLANNING;
import static org.trellis.project.cycle.CyclePhase.REVIEWING;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.project.Reference;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;

class CycleMovesTest {
    private static final Map<CyclePhase, Map<String, CyclePhase>> MODEL = Map.of(
            PLANNING, Map.of("baseline", BASELINE),
            BASELINE, Map.of("deliver", DELIVERING),
            DELIVERING, Map.of("review", REVIEWING),
            REVIEWING, Map.of("close", CLOSED),
            CLOSED, Map.of());
    private static final Set<Role> LEAD = Set.of(Role.RD_LEAD);
    private static final UUID OWNER = UUID.fromString("01978a3e-0000-7000-8000-000000000007");
    private static final AtTheGate READY = school("ACTIVE", null, false);
    private static final AtTheGate WAITING = school("ACTIVE", "Reading age", false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverReachesAPhaseThatTheModelDoesNotKnow(long seed) {
        var random = new Random(seed);
        for (int life = 0; life < 500; life++) {
            var cycle = planned();
            var phase = PLANNING;
            for (int step = 0; step < 12; step++) {
                var action = CycleAction.values()[random.nextInt(CycleAction.values().length)];
                var roles = EnumSet.of(Role.PARTICIPANT, Role.values()[random.nextInt(Role.values().length)]);
                var facts = new CycleFacts(
                        ProjectState.values()[random.nextInt(ProjectState.values().length)],
                        random.nextBoolean() ? List.of(READY, WAITING) : List.of(WAITING),
                        cycle.reviewed());
                boolean offered = Rule.actions(List.of(CycleAction.values()), phase, roles, facts).stream()
                        .anyMatch(a -> a.action().equals(action.toString()) && a.allowed());
                try {
                    var moved = cycle.move(new NewCycleTransition(action, null), roles, facts)
                            .state();
                    assertEquals(MODEL.get(phase).get(action.toString()), moved.phase());
                    assertEquals(true, offered);
                    phase = moved.phase();
                } catch (HttpProblem refused) {
                    assertEquals(false, offered, phase + " " + action + " was offered and refused");
                }
                if (random.nextInt(4) == 0) {
                    reviewedIf(phase, cycle);
                }
            }
        }
    }

    private static void reviewedIf(CyclePhase phase, Cycle cycle) {
        if (phase == REVIEWING) {
            cycle.review(review(Decision.STOP, null, null), OWNER);
        } else {
            assertEquals(
                    "not-in-this-state",
                    code(assertThrows(
                            HttpProblem.class, () -> cycle.review(review(Decision.STOP, null, null), OWNER))));
        }
    }

    @Test
    void deliversInAnActiveProjectAndWithABaselineOnly() {
        var cycle = planned();
        move(cycle, CycleAction.BASELINE, ProjectState.APPROVED);

        assertEquals("project-not-active", refusal(cycle, CycleAction.DELIVER, ProjectState.APPROVED, READY));
        assertEquals("baseline-not-accepted", refusal(cycle, CycleAction.DELIVER, ProjectState.ACTIVE, WAITING));
        assertEquals(
                "baseline-not-accepted",
                refusal(cycle, CycleAction.DELIVER, ProjectState.ACTIVE, school("COMMITTED", null, false)));
    }

    @Test
    void isNotHeldUpByOneLateSchool() {
        var cycle = planned();
        move(cycle, CycleAction.BASELINE, ProjectState.ACTIVE);

        var state = move(cycle, CycleAction.DELIVER, ProjectState.ACTIVE, WAITING, READY);
        assertEquals(
                List.of(READY.participationId()),
                state.schools().stream().map(CycleEvent.School::participationId).toList());
        assertEquals(Today.inEngland(), state.schools().getFirst().since());

        var late = school("ACTIVE", null, true);
        var joined = cycle.joinedBy(List.of(late), Today.inEngland()).state();
        assertEquals(2, joined.schools().size());
        assertEquals(true, joined.schools().getLast().waived());
    }

    @Test
    void isClosedByTheResearchLeadAloneAndOnlyWithAReview() {
        var cycle = planned();
        move(cycle, CycleAction.BASELINE, ProjectState.ACTIVE);
        move(cycle, CycleAction.DELIVER, ProjectState.ACTIVE, READY);
        move(cycle, CycleAction.REVIEW, ProjectState.ACTIVE);

        assertEquals(
                "forbidden",
                code(assertThrows(
                        HttpProblem.class,
                        () -> cycle.move(
                                new NewCycleTransition(CycleAction.CLOSE, null),
                                Set.of(Role.PROJECT_LEAD, Role.ALLIANCE_LEAD),
                                new CycleFacts(ProjectState.ACTIVE, List.of(), true)))));
        assertEquals("review-missing", refusal(cycle, CycleAction.CLOSE, ProjectState.ACTIVE));
        cycle.review(review(Decision.ADOPT, "More schools", null), OWNER);
        assertEquals(CLOSED, move(cycle, CycleAction.CLOSE, ProjectState.ACTIVE).phase());
    }

    @Test
    void takesChallengeFromAnotherAllianceOnly() {
        var cycle = planned();
        move(cycle, CycleAction.BASELINE, ProjectState.ACTIVE);
        move(cycle, CycleAction.DELIVER, ProjectState.ACTIVE, READY);
        move(cycle, CycleAction.REVIEW, ProjectState.ACTIVE);

        assertEquals(
                "peers-of-the-same-alliance",
                code(assertThrows(
                        HttpProblem.class, () -> cycle.review(review(Decision.ADAPT, "Pairs", OWNER), OWNER))));
        assertEquals(
                Decision.ADAPT,
                cycle.review(review(Decision.ADAPT, "Pairs", UUID.randomUUID()), OWNER)
                        .state()
                        .decision());
    }

    private static NewReview review(Decision decision, String focus, UUID peers) {
        return new NewReview(
                "Mentors kept their times",
                "Texts were too easy",
                "Rooms",
                peers == null
                        ? List.of()
                        : List.of(new Challenge(peers, "Who chose the pupils?", LocalDate.of(2026, 6, 1))),
                peers == null ? "No other alliance had met by then" : null,
                decision,
                focus);
    }

    private static AtTheGate school(String status, String missing, boolean waived) {
        var id = UUID.randomUUID();
        return new AtTheGate(
                id,
                new Reference(id, "Elm Bank School (invented)"),
                status,
                null,
                missing == null ? List.of() : List.of(new Reference(id, missing)),
                waived);
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

    private static CycleEvent.State move(Cycle cycle, CycleAction action, ProjectState project, AtTheGate... schools) {
        return cycle.move(
                        new NewCycleTransition(action, null),
                        LEAD,
                        new CycleFacts(project, List.of(schools), cycle.reviewed()))
                .state();
    }

    private static Object refusal(Cycle cycle, CycleAction action, ProjectState project, AtTheGate... schools) {
        return code(assertThrows(HttpProblem.class, () -> move(cycle, action, project, schools)));
    }

    private static Object code(HttpProblem refused) {
        return refused.getParameters().get("code");
    }
}
