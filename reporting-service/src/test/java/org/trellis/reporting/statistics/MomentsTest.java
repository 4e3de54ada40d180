package org.trellis.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final double TIGHT = 1e-12;

    @Test
    void countsDeviationsOfPairs() {
        Moments moments = of(new double[] {1, 2, 3, 6}, new double[] {2, 1, 5, 4});
        assertEquals(new Moments(4, 3, 3, 14, 10, 7), moments);
        assertClose(7 / Math.sqrt(140), moments.correlation(), TIGHT, "r");
        assertClose(Math.sqrt(14 / 3.0), moments.sdX(), TIGHT, "sd before");
        assertClose(Math.sqrt(10 / 3.0), moments.sdY(), TIGHT, "sd after");
        assertClose(Math.sqrt(10 / 3.0), moments.sdGain(), TIGHT, "sd of gains -1, 1, -2, 2");
    }

    @Test
    void mergesAnyGroupingToTheSame() {
        Random random = new Random(1);
        double[] x = random.doubles(500, 60, 140).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 0.7 * x[i] + random.nextGaussian() * 10;
        }
        Moments whole = of(x, y);
        for (int trial = 0; trial < 50; trial++) {
            List<Moments> groups = new ArrayList<>(List.of(Moments.EMPTY));
            for (int from = 0; from < x.length; ) {
                int to = Math.min(x.length, from + 1 + random.nextInt(90));
                groups.add(of(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to)));
                from = to;
            }
            Collections.shuffle(groups, random);
            assertAlike(whole, Moments.merged(groups));
            assertEquals(Moments.merged(groups), Moments.merged(List.copyOf(groups)), "the same order, the same bits");
        }
    }

    @Test
    void mergesTwoAsItMergesMany() {
        Moments a = of(new double[] {1, 2, 4}, new double[] {2, 2, 5});
        Moments b = of(new double[] {7, 9}, new double[] {1, 3});
        assertEquals(Moments.merged(List.of(a, b)), a.plus(b));
        assertEquals(a, a.plus(Moments.EMPTY));
        assertEquals(a, Moments.EMPTY.plus(a));
        assertEquals(Moments.EMPTY, Moments.merged(List.of()));
    }

    @Test
    void keepsTheDigitsOfAMillionScoresNearTenMillion() {
        // After Simon and Lesage, as in NIST StRD: the scores are 10,000,000.5 ± 0.1 by turns, exact in quarters here.
        MomentsAccumulator sum = new MomentsAccumulator();
        for (int i = 0; i < 1_000_000; i++) {
            sum.add(10_000_000.5 + (i % 2 == 0 ? 0.25 : -0.25), 10_000_000.5 + (i % 4 < 2 ? 0.25 : -0.25));
        }
        Moments moments = sum.moments();
        assertClose(62_500, moments.m2x(), TIGHT, "M2");
        assertClose(10_000_000.5, moments.meanX(), 1e-16, "mean");
        assertEquals(0, moments.cxy(), 1e-7, "co-deviations");
    }

    @Test
    void takesPublishedFigures() {
        Moments moments = Moments.fromSummary(60, 22, Math.sqrt(20), 26, Math.sqrt(30), 0.7);
        assertClose(0.7, moments.correlation(), TIGHT, "r");
        assertClose(Math.sqrt(30), moments.sdY(), TIGHT, "sd");
        assertEquals(4, moments.meanGain());
    }

    @Test
    void takesTheTraceOfEqualGainsForNothing() {
        Random random = new Random(2);
        for (int trial = 0; trial < 100; trial++) {
            MomentsAccumulator sum = new MomentsAccumulator();
            double gain = random.nextDouble() * 10;
            for (double x : random.doubles(200, 80, 120).toArray()) {
                sum.add(x, x + gain);
            }
            assertEquals(0, sum.moments().sdGain());
        }
    }

    @Test
    void hasNoCorrelationWhereScoresAreAllTheSame() {
        Moments flat = of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3});
        assertFalse(flat.hasCorrelation());
        assertThrows(IllegalStateException.class, flat::correlation);
    }

    @Test
    void refusesWhatIsNoCell() {
        assertThrows(IllegalArgumentException.class, () -> new Moments(-1, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Moments(2, 0, 0, -1e-9, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Moments(2, 0, Double.NaN, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Moments.fromSummary(3, 1e308, 1e200));
        assertThrows(IllegalStateException.class, () -> Moments.ofPair(1, 2).sdX());
    }

    private static Moments of(double[] x, double[] y) {
        MomentsAccumulator sum = new MomentsAccumulator();
        for (int i = 0; i < x.length; i++) {
            sum.add(x[i], y[i]);
        }
        return sum.moments();
    }

    private static void assertAlike(Moments expected, Moments actual) {
        assertEquals(expected.n(), actual.n());
        assertClose(expected.meanX(), actual.meanX(), TIGHT, "x̄");
        assertClose(expected.meanY(), actual.meanY(), TIGHT, "ȳ");
        assertClose(expected.m2x(), actual.m2x(), TIGHT, "M2x");
        assertClose(expected.m2y(), actual.m2y(), TIGHT, "M2y");
        assertClose(expected.cxy(), actual.cxy(), TIGHT, "Cxy");
    }
}
