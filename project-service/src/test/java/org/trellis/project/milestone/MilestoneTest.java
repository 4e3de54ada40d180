package org.trellis.project.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellis.calendar.SchoolDays;
import org.trellis.calendar.SchoolYear;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

class MilestoneTest {
    private static final SchoolDays TYPICAL = new SchoolDays(year -> SchoolYear.of(year, List.of()));

    /** Easter holidays from 28 March to 12 April 2026; 3 April and 6 April are bank holidays. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-16, NOTHING", // nine school days before 27 March
        "2026-03-20, NEAR", // five school days before
        "2026-03-21, NOTHING", // a Saturday
        "2026-03-27, NEAR", // the day itself
        "2026-03-28, NOTHING", // after it, but no school day
        "2026-04-08, NOTHING", // in the holidays
        "2026-04-13, MISSED" // the first school day after it
    })
    void remindsBeforeAndSoundsTheAlarmAfterAndBothOnSchoolDaysOnly(LocalDate today, Milestone.Watch expected) {
        assertEquals(expected, due("2026-03-27").watch(today, TYPICAL));
    }

    /** Due in the first days of a term, the reminder comes before the holidays. */
    @ParameterizedTest
    @CsvSource({"2026-03-23, NOTHING", "2026-03-24, NEAR", "2026-04-01, NOTHING", "2026-04-13, NEAR"})
    void countsSchoolDaysAcrossHolidays(LocalDate today, Milestone.Watch expected) {
        assertEquals(expected, due("2026-04-14").watch(today, TYPICAL));
    }

    @Test
    void isMissedOnceAndMayStillBeMet() {
        var milestone = due("2026-03-27");
        var watch = milestone.watch(LocalDate.of(2026, 4, 13), TYPICAL);
        assertEquals(
                MilestoneState.MISSED,
                milestone.missed(watch).orElseThrow().state().state());
        assertEquals(
                Milestone.Watch.NOTHING,
                milestone.watch(LocalDate.of(2026, 4, 14), TYPICAL),
                "an alarm is sounded once");

        var met = milestone
                .move(
                        new NewMilestoneTransition(MilestoneAction.MEET, LocalDate.of(2026, 4, 14), null),
                        Set.of(Role.PROJECT_LEAD),
                        ProjectState.ACTIVE)
                .state();
        assertEquals(MilestoneState.MET, met.state());
        assertEquals(LocalDate.of(2026, 4, 14), met.metOn());
        assertEquals(
                "not-in-this-state",
                assertThrows(HttpProblem.class, () -> milestone.describe(milestone.description()))
                        .getParameters()
                        .get("code"));
    }

    @Test
    void isPlannedAgainOncePutOff() {
        var milestone = due("2026-03-27");
        assertTrue(milestone
                .missed(milestone.watch(LocalDate.of(2026, 4, 13), TYPICAL))
                .isPresent());

        var changed = milestone.describe(
                new MilestoneDescription("All baselines are in", UUID.randomUUID(), LocalDate.of(2026, 5, 1), 5));
        assertEquals(MilestoneState.PLANNED, changed.state().state());
    }

    @Test
    void isDroppedWithANoteOnly() {
        var refused = assertThrows(
                HttpProblem.class,
                () -> due("2026-03-27")
                        .move(
                                new NewMilestoneTransition(MilestoneAction.DROP, null, null),
                                Set.of(Role.PROJECT_LEAD),
                                ProjectState.ACTIVE));
        assertEquals(400, refused.getStatusCode());
    }

    private static Milestone due(String day) {
        return new Milestone(
                UUID.randomUUID(),
                new NewMilestone(
                        UUID.randomUUID(),
                        null,
                        null,
                        "All baselines are in",
                        UUID.randomUUID(),
                        LocalDate.parse(day),
                        null));
    }
}
