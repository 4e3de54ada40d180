package org.trellis.reporting.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.disclosure.Withholding.Counts;

class WithholdingTest {
    private static final int MOST_PEOPLE = 12;

    @Test
    void hidesNothingWhereEverySchoolHasSixOrNobody() {
        var schools = schools(new long[][] {{6, 0}, {8, 30}});

        assertTrue(Withholding.over(schools, reader(0)).showsTotals());
    }

    @Test
    void neverHidesTheReadersOwnSchool() {
        var schools = schools(new long[][] {{2, 3}, {8, 30}});

        assertFalse(
                Withholding.over(schools, reader(1)).hides(schools.getFirst().school()));
        assertTrue(Withholding.over(schools, reader(1)).showsTotals());
    }

    @Test
    void hidesTheSmallestOtherSchoolBesideASingleSmallOne() {
        var schools = schools(new long[][] {{40, 40}, {30, 30}, {5, 30}, {9, 9}});
        var withholding = Withholding.over(schools, reader(1));

        assertEquals(Set.of(2, 3), hidden(schools, withholding));
    }

    @Test
    void showsAPooledFigureOnlyWhereMoreThanOneHiddenSchoolIsInIt() {
        var schools = schools(new long[][] {{40, 40}, {30, 30}, {5, 30}});
        var ids = schools.stream().map(Counts::school).toList();
        var withholding = Withholding.over(schools, reader(2));

        assertFalse(withholding.showsPooled(ids));
        assertTrue(withholding.showsPooled(ids.subList(0, 2)));
    }

    @Test
    void hidesNoSchoolBehindOneThatAPublishedReportHasShown() {
        var schools = schools(new long[][] {{40, 40}, {30, 30}, {5, 30}, {20, 20}});
        var someKnown = Withholding.over(schools, new Audience(ids(0), Set.of(new UUID(0, 3)), false));
        var everyOtherKnown = Withholding.over(schools.subList(0, 3), new Audience(ids(0), ids(2), false));

        assertEquals(Set.of(1, 2), hidden(schools, someKnown));
        assertTrue(someKnown.showsPooled(ids(4)));
        assertEquals(Set.of(2), hidden(schools.subList(0, 3), everyOtherKnown));
        assertFalse(everyOtherKnown.showsPooled(ids(3)));
    }

    @Test
    void showsForGoodOnlyWhatNoHiddenSchoolIsIn() {
        var schools = schools(new long[][] {{40, 40}, {30, 30}, {5, 30}, {4, 20}});
        var lasting = Withholding.over(schools, new Audience(ids(0), Set.of(), true));

        assertEquals(Set.of(2, 3), hidden(schools, lasting));
        assertFalse(lasting.showsPooled(ids(4)));
        assertTrue(lasting.showsPooled(ids(2)));
    }

    /**
     * An attacker who knows the rules, every count that is shown, the totals where they are, and that counts are whole
     * and at most so many, tries all tables that would look the same. For each withheld count at least two remain.
     */
    @Test
    void leavesEveryWithheldCountUndetermined() {
        var random = new Random(20);
        int attacked = 0;
        for (int round = 0; round < 400; round++) {
            long[][] table = new long[2 + random.nextInt(3)][1];
            for (var row : table) {
                row[0] = random.nextInt(MOST_PEOPLE + 1);
            }
            int own = random.nextInt(2);
            var schools = schools(table);
            var hidden = hidden(schools, Withholding.over(schools, reader(own)));
            attacked += hidden.size();
            for (int school : hidden) {
                assertTrue(possible(table, own, hidden, school).size() > 1, () -> "determined in " + List.of(table));
            }
        }
        assertTrue(attacked > 100, "the tables were small enough to withhold something");
    }

    private static Set<Long> possible(long[][] table, int own, Set<Integer> hidden, int school) {
        Set<Long> values = new HashSet<>();
        var candidate = new long[table.length][];
        for (int i = 0; i < table.length; i++) {
            candidate[i] = table[i].clone();
        }
        explore(candidate, List.copyOf(hidden), 0, own, hidden, school, sum(table), values);
        return values;
    }

    private static void explore(
            long[][] candidate,
            List<Integer> unknown,
            int at,
            int own,
            Set<Integer> hidden,
            int school,
            long total,
            Set<Long> values) {
        if (at == unknown.size()) {
            var schools = schools(candidate);
            var same = Withholding.over(schools, reader(own));
            if (hidden(schools, same).equals(hidden) && (!same.showsTotals() || sum(candidate) == total)) {
                values.add(candidate[school][0]);
            }
            return;
        }
        for (int n = 0; n <= MOST_PEOPLE; n++) {
            candidate[unknown.get(at)][0] = n;
            explore(candidate, unknown, at + 1, own, hidden, school, total, values);
        }
    }

    private static long sum(long[][] table) {
        long sum = 0;
        for (var row : table) {
            sum += row[0];
        }
        return sum;
    }

    /** Who speaks for the first so many schools. */
    private static Audience reader(int own) {
        return new Audience(ids(own), Set.of(), false);
    }

    private static Set<UUID> ids(int first) {
        return LongStream.range(0, first).mapToObj(i -> new UUID(0, i)).collect(Collectors.toSet());
    }

    private static List<Counts> schools(long[][] table) {
        var schools = new ArrayList<Counts>();
        for (int i = 0; i < table.length; i++) {
            var counts = new ArrayList<Long>();
            for (long n : table[i]) {
                counts.add(n);
            }
            schools.add(new Counts(new UUID(0, i), counts));
        }
        return schools;
    }

    private static Set<Integer> hidden(List<Counts> schools, Withholding withholding) {
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < schools.size(); i++) {
            if (withholding.hides(schools.get(i).school())) {
                hidden.add(i);
            }
        }
        return hidden;
    }
}
