package org.trellis.evidence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final UUID A = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID SUBMISSION = UUID.randomUUID();

    private final List<Scored> scores = new ArrayList<>();
    private final List<Tallied> tallies = new ArrayList<>();
    private Plan plan = plan(true, "90", "BASELINE", "OUTCOME");

    @Test
    void pairsTheBaselineWithTheLaterPointAndCountsTheRest() {
        scored("a", A, "BASELINE", "80");
        scored("a", A, "OUTCOME", "90");
        scored("b", A, "BASELINE", "95");
        scored("c", A, "OUTCOME", "70");

        var all = cell(A, "OUTCOME", "ALL");

        assertEquals(1, all.n());
        assertNull(all.moments(), "the moments of fewer than three would be single scores");
        assertEquals(1, all.earlierOnly());
        assertEquals(1, all.laterOnly());
        assertEquals(List.of(new Cell.Source(SUBMISSION, 1)), all.submissions());
    }

    @Test
    void givesEverySubgroupItsComplement() {
        scored("a", A, "BASELINE", "80", Map.of("PUPIL_PREMIUM", "YES"));
        scored("b", A, "BASELINE", "80", Map.of("PUPIL_PREMIUM", "NO"));
        scored("c", A, "BASELINE", "80");
        scored("d", A, "OUTCOME", "80", Map.of("PUPIL_PREMIUM", "YES"));

        assertEquals(
                Set.of("ALL", "PUPIL_PREMIUM=YES", "PUPIL_PREMIUM=NO", "PUPIL_PREMIUM=UNKNOWN"),
                cells().stream().map(Cell::subgroup).collect(Collectors.toSet()));
        assertEquals(1, cell(A, "OUTCOME", "PUPIL_PREMIUM=YES").earlierOnly());
        assertEquals(0, cell(A, "OUTCOME", "PUPIL_PREMIUM=YES").laterOnly());
        assertEquals(1, cell(A, "OUTCOME", "PUPIL_PREMIUM=UNKNOWN").laterOnly());
    }

    @Test
    void fixesTheSubgroupAtTheBaseline() {
        scored("a", A, "BASELINE", "80", Map.of("PUPIL_PREMIUM", "NO"));
        scored("a", A, "OUTCOME", "80", Map.of("PUPIL_PREMIUM", "YES"));

        assertEquals(1, cell(A, "OUTCOME", "PUPIL_PREMIUM=NO").n());
    }

    @Test
    void crossesWhoReachesTheThreshold() {
        pair("a", "80", "85");
        pair("b", "80", "90");
        pair("c", "90", "85");
        pair("d", "90", "95");
        pair("e", "91", "95");

        assertEquals(new Cell.Threshold(1, 1, 1, 2), cell(A, "OUTCOME", "ALL").threshold());
    }

    @Test
    void reachesFromAboveWhereLowerIsBetter() {
        plan = plan(false, "90", "BASELINE", "OUTCOME");
        pair("a", "95", "90");

        assertEquals(new Cell.Threshold(0, 1, 0, 0), cell(A, "OUTCOME", "ALL").threshold());
    }

    @Test
    void aPairBelongsToTheCohortOfItsEarlierScore() {
        scored("mover", A, "BASELINE", "80");
        scored("mover", B, "OUTCOME", "90");

        assertEquals(1, cell(A, "OUTCOME", "ALL").n());
        assertEquals(0, cells().stream().filter(c -> c.cohortId().equals(B)).count());
    }

    @Test
    void noScoreIsInTwoPairs() {
        scored("both", A, "BASELINE", "80");
        scored("both", B, "BASELINE", "81");
        scored("both", B, "OUTCOME", "90");

        assertEquals(0, cell(A, "OUTCOME", "ALL").n());
        assertEquals(1, cell(A, "OUTCOME", "ALL").earlierOnly());
        assertEquals(1, cell(B, "OUTCOME", "ALL").n());
    }

    @Test
    void countsWhoMovedAsTransferredAndNotAsLost() {
        scored("mover", A, "BASELINE", "80");
        scored("mover", B, "OUTCOME", "90");
        pair("stayer", "80", "90");

        assertEquals(1, cell(A, "OUTCOME", "ALL").transferred());
        assertEquals(2, cell(A, "OUTCOME", "ALL").n());
        assertEquals(0, cell(A, "OUTCOME", "ALL").earlierOnly());
    }

    @Test
    void crossesTheStepsOfAMeasureThatHasFew() {
        plan = new Plan(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                true,
                new BigDecimal("1.000"),
                BigDecimal.valueOf(3),
                null,
                false,
                false,
                List.of("BASELINE", "OUTCOME"));
        pair("a", "1", "2");
        pair("b", "1.000", "3");
        assertNull(cell(A, "OUTCOME", "ALL").categories(), "of fewer than three it would be single scores");
        pair("c", "2", "2");

        assertEquals(
                new Cell.Categories(List.of(1, 2, 3), List.of(List.of(0, 1, 1), List.of(0, 1, 0), List.of(0, 0, 0))),
                cell(A, "OUTCOME", "ALL").categories());
        pair("d", "1.5", "2");
        assertNull(cell(A, "OUTCOME", "ALL").categories());
    }

    /** The report's teachers: 1 of 16 confident before, 16 of 16 after, and nobody knows who is who. */
    @Test
    void setsAnswersThatPairNobodyBesideThePairs() {
        answered("BASELINE", "2", 15);
        answered("BASELINE", "4", 1);
        answered("OUTCOME", "4", 16);
        assertEquals(
                new Cell.Unpaired(List.of(2.0, 4.0), List.of(15, 1), List.of(0, 16)),
                cell(A, "OUTCOME", "ALL").unpaired());
        assertEquals(0, cell(A, "OUTCOME", "ALL").n());

        pair("a", "80", "90");
        assertEquals(1, cell(A, "OUTCOME", "ALL").n());
        assertEquals(List.of(15, 1), cell(A, "OUTCOME", "ALL").unpaired().earlier());
    }

    @Test
    void keepsAnswersOfFewerThanThreeToItself() {
        answered("BASELINE", "2", 5);
        answered("OUTCOME", "4", 2);

        assertNull(cell(A, "OUTCOME", "ALL").unpaired());
    }

    @Test
    void keepsMoreThanTheNumberOfFewerThanFiveStaffToItself() {
        plan = ofStaff();
        for (var teacher : List.of("a", "b", "c", "d")) {
            pair(teacher, "2", "4");
        }
        answered("BASELINE", "2", 5);
        answered("OUTCOME", "4", 4);
        var four = cell(A, "OUTCOME", "ALL");
        assertEquals(4, four.n());
        assertNull(four.moments());
        assertNull(four.threshold());
        assertNull(four.categories());
        assertNull(four.meanDaysBetween());
        assertNull(four.unpaired());

        pair("e", "2", "4");
        answered("OUTCOME", "5", 1);
        var five = cell(A, "OUTCOME", "ALL");
        assertNotNull(five.moments());
        assertEquals(new Cell.Threshold(0, 5, 0, 0), five.threshold());
        assertNotNull(five.categories());
        assertNotNull(five.meanDaysBetween());
        assertNotNull(five.unpaired());
    }

    /** What is left of all when the shown groups are taken away is five or more. */
    @Test
    void keepsToItselfWhatWouldGiveAwayASmallGroupOfStaff() {
        plan = ofStaff();
        group("YES", 3);
        group("NO", 6);
        group("UNKNOWN", 8);
        assertNotNull(cell(A, "OUTCOME", "ALL").moments());
        assertEquals(3, cell(A, "OUTCOME", "SEX=YES").n());
        assertNull(cell(A, "OUTCOME", "SEX=YES").moments());
        assertEquals(6, cell(A, "OUTCOME", "SEX=NO").n());
        assertNull(cell(A, "OUTCOME", "SEX=NO").moments());
        assertNull(cell(A, "OUTCOME", "SEX=NO").threshold());
        assertNull(cell(A, "OUTCOME", "SEX=NO").categories());
        assertNotNull(cell(A, "OUTCOME", "SEX=UNKNOWN").moments());

        group("OTHER", 2);
        assertNotNull(cell(A, "OUTCOME", "SEX=NO").moments());
    }

    private void group(String value, int people) {
        for (int i = 0; i < people; i++) {
            scored(value + i, A, "BASELINE", "2", Map.of("SEX", value));
            scored(value + i, A, "OUTCOME", "4");
        }
    }

    private static Plan ofStaff() {
        return new Plan(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                true,
                BigDecimal.ONE,
                BigDecimal.valueOf(5),
                BigDecimal.valueOf(3),
                true,
                true,
                List.of("BASELINE", "OUTCOME"));
    }

    private void answered(String point, String value, int people) {
        tallies.add(new Tallied(A, SCHOOL, point, new BigDecimal(value), people, SUBMISSION, 1));
    }

    @Test
    void saysOverHowLongAgesWereGained() {
        pair("a", "100", "110");
        pair("b", "100", "110");
        pair("c", "100", "110");
        assertNull(cell(A, "OUTCOME", "ALL").meanDaysBetween());
        plan = new Plan(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                true,
                BigDecimal.ZERO,
                BigDecimal.valueOf(240),
                null,
                true,
                false,
                List.of("BASELINE", "OUTCOME"));

        assertEquals(182.0, cell(A, "OUTCOME", "ALL").meanDaysBetween());
    }

    @Test
    void hasACellForEveryPlannedPointFromTheBaselineOn() {
        plan = plan(true, null, "BASELINE", "REVIEW_1", "OUTCOME");
        scored("a", A, "BASELINE", "80");

        assertEquals(
                Set.of("REVIEW_1", "OUTCOME"), cells().stream().map(Cell::to).collect(Collectors.toSet()));
        assertNull(cell(A, "OUTCOME", "ALL").threshold());
    }

    private void pair(String reference, String before, String after) {
        scored(reference, A, "BASELINE", before);
        scored(reference, A, "OUTCOME", after);
    }

    private void scored(String reference, UUID cohort, String point, String value) {
        scored(reference, cohort, point, value, Map.of());
    }

    private void scored(String reference, UUID cohort, String point, String value, Map<String, String> subgroups) {
        scores.add(new Scored(
                reference,
                cohort,
                SCHOOL,
                point,
                new BigDecimal(value),
                point.equals("BASELINE") ? LocalDate.of(2025, 10, 1) : LocalDate.of(2026, 4, 1),
                subgroups,
                SUBMISSION,
                1));
    }

    private Collection<Cell> cells() {
        return Outcomes.of(plan, scores, tallies, Set.of(A, B), Cause.ACCEPTED).values();
    }

    private Cell cell(UUID cohort, String to, String subgroup) {
        return cells().stream()
                .filter(c -> c.cohortId().equals(cohort)
                        && c.to().equals(to)
                        && c.subgroup().equals(subgroup))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(boolean higherIsBetter, String threshold, String... points) {
        return new Plan(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                higherIsBetter,
                BigDecimal.ZERO,
                BigDecimal.valueOf(150),
                threshold == null ? null : new BigDecimal(threshold),
                false,
                false,
                List.of(points));
    }
}
