package org.trellis.project.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.project.project.ProjectState.ACTIVE;
import static org.trellis.project.project.ProjectState.APPROVED;
import static org.trellis.project.project.ProjectState.CLOSED;
import static org.trellis.project.project.ProjectState.DRAFT;
import static org.trellis.project.project.ProjectState.PROPOSED;
import static org.trellis.project.project.ProjectState.REPORTING;
import static org.trellis.project.project.ProjectState.SUSPENDED;
import static org.trellis.project.project.ProjectState.WITHDRAWN;

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
import org.trellis.project.access.Role;
import org.trellis.project.transition.Action;
import org.trellis.project.transition.Rule;

class ProjectMovesTest {
    private static final ProjectFacts READY = new ProjectFacts(null, 1, 1, 1, 1, 0);
    private static final ProjectFacts BARE = new ProjectFacts(null, 0, 0, 0, 0, 1);

    /** Written from the domain's rule, apart from the table under test: from a state, by an action, to a state. */
    private static final Map<ProjectState, Map<String, ProjectState>> MODEL = Map.of(
            DRAFT, Map.of("propose", PROPOSED, "withdraw", WITHDRAWN),
            PROPOSED, Map.of("approve", APPROVED, "return", DRAFT, "withdraw", WITHDRAWN),
            APPROVED, Map.of("start", ACTIVE, "return", DRAFT, "suspend", SUSPENDED, "withdraw", WITHDRAWN),
            ACTIVE, Map.of("report", REPORTING, "suspend", SUSPENDED, "withdraw", WITHDRAWN),
            REPORTING, Map.of("close", CLOSED, "suspend", SUSPENDED, "withdraw", WITHDRAWN),
            SUSPENDED, Map.of("withdraw", WITHDRAWN),
            CLOSED, Map.of(),
            WITHDRAWN, Map.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverReachesAStateThatTheModelDoesNotKnow(long seed) {
        var random = new Random(seed);
        for (int life = 0; life < 200; life++) {
            var project = draft();
            ProjectState before = null;
            for (int step = 0; step < 30; step++) {
                var action = ProjectAction.values()[random.nextInt(ProjectAction.values().length)];
                var roles = someRoles(random);
                var facts = new ProjectFacts(
                        before,
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2),
                        random.nextInt(2));
                var from = project.state();
                var offered = offered(from, roles, facts, action);
                var expected = from == SUSPENDED && action == ProjectAction.RESUME
                        ? before
                        : MODEL.get(from).get(action.toString());
                try {
                    project.move(new NewProjectTransition(action, "because"), roles, facts);
                    assertEquals(expected, project.state(), from + " " + action);
                    assertEquals(true, offered, from + " " + action + " succeeded and was not offered");
                } catch (HttpProblem refused) {
                    assertEquals(from, project.state(), "a refusal changes nothing");
                    assertEquals(false, offered, from + " " + action + " was offered and refused");
                    assertEquals(true, Set.of(403, 409).contains(refused.getStatusCode()));
                }
                before = project.state() == SUSPENDED ? (from == SUSPENDED ? before : from) : null;
            }
        }
    }

    @Test
    void refusesToProposeWithoutASuccessMeasureAndSaysSo() {
        var refused = refusal(ProjectAction.PROPOSE, Set.of(Role.ALLIANCE_LEAD), BARE);

        assertEquals(409, refused.getStatusCode());
        assertEquals("success-measure-missing", refused.getParameters().get("code"));
        assertEquals(
                List.of("a success measure", "a priority of its alliances that has not ended"),
                refused.getParameters().get("missing"));
    }

    @Test
    void namesEverythingThatAStartIsMissing() {
        var refused = assertThrows(
                HttpProblem.class,
                () -> ProjectAction.START.rule().check("start", APPROVED, Set.of(Role.RD_LEAD), BARE, Map.of()));

        assertEquals(
                List.of("a school that has committed", "a learning cycle"),
                refused.getParameters().get("missing"));
    }

    @Test
    void letsNobodyApproveAProjectOfTheirOwn() {
        var project = draft();
        project.move(new NewProjectTransition(ProjectAction.PROPOSE, null), Set.of(Role.ALLIANCE_LEAD), READY);
        var both = EnumSet.of(Role.RD_LEAD, Role.PROJECT_LEAD);

        var refused = assertThrows(
                HttpProblem.class,
                () -> project.move(new NewProjectTransition(ProjectAction.APPROVE, null), both, READY));

        assertEquals(403, refused.getStatusCode());
        assertEquals(
                new Action("approve", false, List.of("someone who is not PROJECT_LEAD"), List.of()),
                actions(PROPOSED, both, READY).stream()
                        .filter(a -> a.action().equals("approve"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void asksWhyAProjectIsWithdrawn() {
        var refused = assertThrows(
                HttpProblem.class,
                () -> draft().move(
                                new NewProjectTransition(ProjectAction.WITHDRAW, null),
                                Set.of(Role.ALLIANCE_LEAD),
                                READY));

        assertEquals(400, refused.getStatusCode());
    }

    @Test
    void resumesWhereItWasSuspended() {
        assertEquals(
                REPORTING,
                ProjectAction.RESUME
                        .rule()
                        .check(
                                "resume",
                                SUSPENDED,
                                Set.of(Role.RD_LEAD),
                                new ProjectFacts(REPORTING, 0, 0, 0, 0, 0),
                                Map.of()));
    }

    @Test
    void takesOnePrimaryMeasureAndEachMeasureOnce() {
        var project = draft();
        var points = List.of(new MeasurePoint("BASELINE", null), new MeasurePoint("OUTCOME", null));
        var measure = UUID.randomUUID();
        project.judgeBy(new NewSuccessMeasure(measure, true, points), null);

        assertEquals(
                "success-measure-once",
                code(() -> project.judgeBy(new NewSuccessMeasure(measure, false, points), null)));
        assertEquals(
                "one-primary-measure",
                code(() -> project.judgeBy(new NewSuccessMeasure(UUID.randomUUID(), true, points), null)));
    }

    @Test
    void changesNoMoreOnceItIsOver() {
        var project = draft();
        project.move(new NewProjectTransition(ProjectAction.WITHDRAW, "no funds"), Set.of(Role.RD_LEAD), READY);

        assertEquals("project-is-over", code(() -> project.describe(project.description(), Map.of(), null)));
    }

    private static HttpProblem refusal(ProjectAction action, Set<Role> roles, ProjectFacts facts) {
        return assertThrows(
                HttpProblem.class, () -> draft().move(new NewProjectTransition(action, null), roles, facts));
    }

    private static String code(Runnable refused) {
        return (String)
                assertThrows(HttpProblem.class, refused::run).getParameters().get("code");
    }

    private static boolean offered(ProjectState state, Set<Role> roles, ProjectFacts facts, ProjectAction action) {
        return actions(state, roles, facts).stream().anyMatch(a -> a.action().equals(action.toString()) && a.allowed());
    }

    private static List<Action> actions(ProjectState state, Set<Role> roles, ProjectFacts facts) {
        return Rule.actions(List.of(ProjectAction.values()), state, roles, facts);
    }

    private static Set<Role> someRoles(Random random) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (random.nextInt(3) == 0) {
                roles.add(role);
            }
        }
        return roles;
    }

    static Project draft() {
        return new Project(
                UUID.fromString("01978a3e-0000-7000-8000-000000000001"),
                new NewProject(
                        UUID.fromString("01978a3e-0000-7000-8000-000000000002"),
                        "Reading mentors",
                        FocusArea.TRANSITION_AND_LITERACY,
                        List.of("Do reading mentors raise reading ages in year 7?"),
                        null,
                        Design.WITHIN_SCHOOLS,
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 9, 1),
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Map.of());
    }
}
