package org.trellis.evidence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
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
        scores.add(new Scored(reference, cohort, SCHOOL, point, new BigDecimal(value), subgroups, SUBMISSION, 1));
    }

    private Collection<Cell> cells() {
        return Outcomes.of(plan, scores, Set.of(A, B), Cause.ACCEPTED).values();
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
                threshold == null ? null : new BigDecimal(threshold),
                List.of(points));
    }
}
