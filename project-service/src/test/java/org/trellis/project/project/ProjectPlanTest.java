package org.trellis.project.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.outbox.Event;
import org.trellis.project.access.Role;
import org.trellis.project.project.plan.AnalysisPlan;
import org.trellis.project.project.plan.Comparison;
import org.trellis.project.project.plan.Deviation;
import org.trellis.project.project.plan.Dimension;
import org.trellis.project.project.plan.Estimator;
import org.trellis.project.project.plan.NewAnalysisPlan;
import org.trellis.project.project.plan.NewDeviation;

class ProjectPlanTest {
    private static final UUID MEASURE = UUID.fromString("01978a3e-0000-7000-8000-000000000011");
    private static final LocalDate DAY = LocalDate.of(2025, 10, 6);
    private static final MeasurePoint BEFORE = new MeasurePoint("BASELINE", null);
    private static final MeasurePoint AFTER = new MeasurePoint("OUTCOME", LocalDate.of(2026, 6, 30));

    @Test
    void freezesThePlanWhenTheFirstSchoolDelivers() {
        var project = planned();

        var told = plan(project.firstDelivery(DAY).orElseThrow());

        assertEquals(DAY, told.frozenOn());
        assertEquals(List.of(MEASURE), told.measureIds());
        assertTrue(project.firstDelivery(DAY.plusDays(9)).isEmpty(), "the second school freezes nothing");
        assertEquals("plan-frozen", code(() -> project.plan(plan(MEASURE))));
    }

    @Test
    void takesThePlanAnewUntilThen() {
        var project = planned();

        var told = project.plan(new NewAnalysisPlan(
                MEASURE, Estimator.POST_SMD, Comparison.WAITING_LIST, List.of(Dimension.SEN), null));

        assertEquals(Estimator.POST_SMD, plan(told).estimator());
    }

    @Test
    void writesDownAsDeviationsWhatChangesAfterwards() {
        var project = planned();
        project.firstDelivery(DAY);

        assertEquals("deviation-needs-a-reason", code(() -> describe(project, Design.BETWEEN_SCHOOLS, " ")));
        assertEquals("deviation-needs-a-reason", code(() -> project.judgeBy(judged(UUID.randomUUID(), false), null)));
        assertEquals(
                "deviation-needs-a-reason",
                code(() -> project.take(new NewSchedule(MEASURE, List.of(BEFORE, AFTER, followUp(2027))), null)));
    }

    @Test
    void tellsOfEachDeviationWithItsReason() {
        var project = planned();
        project.firstDelivery(DAY);

        describe(project, Design.BETWEEN_SCHOOLS, "one school teaches the year together");
        project.take(new NewSchedule(MEASURE, List.of(BEFORE, AFTER, followUp(2027))), "to see whether it lasts");
        var told = project.deviate(new NewDeviation("Another estimator", "no scores before"));

        var event = assertInstanceOf(ProjectEvent.AnalysisPlanDeviated.class, told);
        assertEquals(
                List.of("one school teaches the year together", "to see whether it lasts", "no scores before"),
                event.state().plan().deviations().stream()
                        .map(Deviation::reason)
                        .toList());
        assertEquals(
                "The design was WITHIN_SCHOOLS and is BETWEEN_SCHOOLS",
                event.state().plan().deviations().getFirst().what());
    }

    @Test
    void takesAChangeOfWordsForNoDeviation() {
        var project = planned();
        project.firstDelivery(DAY);

        assertInstanceOf(ProjectEvent.Changed.class, describe(project, Design.WITHIN_SCHOOLS, null));
        assertEquals(List.of(), project.planning().plan().deviations());
    }

    @Test
    void knowsNoDeviationBeforeTheFreezeAndNoneWhereNothingWasPlanned() {
        var planned = planned();
        assertTrue(planned.deviate("A cohort more", null).isEmpty());
        assertEquals("plan-not-frozen", code(() -> planned.deviate(new NewDeviation("All", "why"))));

        var unplanned = judgedDraft();
        assertNull(plan(unplanned.firstDelivery(DAY).orElseThrow()));
        assertEquals("plan-frozen", code(() -> unplanned.plan(plan(MEASURE))));
        assertTrue(unplanned.deviate("A cohort more", null).isEmpty());
    }

    @Test
    void plansForMeasuresByWhichTheProjectIsJudged() {
        assertEquals(
                "not-a-success-measure", code(() -> ProjectMovesTest.draft().plan(plan(MEASURE))));

        var project = judgedDraft();
        var other = UUID.randomUUID();
        project.judgeBy(judged(other, false), null);
        assertEquals("one-primary-measure", code(() -> project.plan(plan(other))));
    }

    @Test
    void judgesFirstByTheMeasureForWhichItIsPlanned() {
        var project = ProjectMovesTest.draft();
        project.judgeBy(judged(MEASURE, false), null);
        project.plan(plan(MEASURE));

        assertEquals("one-primary-measure", code(() -> project.judgeBy(judged(UUID.randomUUID(), true), null)));
        assertInstanceOf(ProjectEvent.SuccessMeasureSet.class, project.judgeBy(judged(UUID.randomUUID(), false), null));
    }

    @Test
    void followsUpAfterTheEndAndChangesNothingElseThen() {
        var project = judgedDraft();
        var facts = new ProjectFacts(null, 1, 1, 1, 1, 0);
        for (var action : List.of(
                ProjectAction.PROPOSE,
                ProjectAction.APPROVE,
                ProjectAction.START,
                ProjectAction.REPORT,
                ProjectAction.CLOSE)) {
            project.move(new NewProjectTransition(action, null), Set.of(Role.ALLIANCE_LEAD, Role.RD_LEAD), facts);
        }

        var told = project.take(new NewSchedule(MEASURE, List.of(BEFORE, AFTER, followUp(2027))), null);

        assertEquals(
                List.of("BASELINE", "OUTCOME", "FOLLOW_UP_1"),
                told.state().successMeasures().getFirst().points());
        var later = new MeasurePoint("OUTCOME", LocalDate.of(2026, 7, 30));
        assertEquals(
                "project-is-over",
                code(() -> project.take(new NewSchedule(MEASURE, List.of(BEFORE, later, followUp(2027))), null)));
    }

    private static Project planned() {
        var project = judgedDraft();
        project.plan(plan(MEASURE));
        return project;
    }

    private static Project judgedDraft() {
        var project = ProjectMovesTest.draft();
        project.judgeBy(judged(MEASURE, true), null);
        return project;
    }

    private static NewSuccessMeasure judged(UUID measure, boolean primary) {
        return new NewSuccessMeasure(measure, primary, List.of(BEFORE, AFTER));
    }

    private static MeasurePoint followUp(int year) {
        return new MeasurePoint("FOLLOW_UP_1", LocalDate.of(year, 6, 30));
    }

    private static NewAnalysisPlan plan(UUID measure) {
        return new NewAnalysisPlan(measure, Estimator.ANCOVA, Comparison.COMPARISON_COHORTS, null, null);
    }

    private static AnalysisPlan plan(Event told) {
        return ((ProjectEvent) told).state().plan();
    }

    private static ProjectEvent describe(Project project, Design design, String reason) {
        var d = project.description();
        return project.describe(
                new ProjectDescription(
                        "Other words",
                        d.focusArea(),
                        d.researchQuestions(),
                        d.kind(),
                        design,
                        d.startsOn(),
                        d.endsOn(),
                        d.summary(),
                        d.partnerAllianceIds(),
                        d.interventionIds(),
                        d.targets(),
                        d.partners(),
                        d.priorityIds(),
                        d.buildsOnId(),
                        d.stage()),
                Map.of(),
                reason);
    }

    private static String code(Runnable refused) {
        return (String)
                assertThrows(HttpProblem.class, refused::run).getParameters().get("code");
    }
}
