package org.trellis.evidence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final MathContext DIGITS = new MathContext(60);

    private record Pair(BigDecimal x, BigDecimal y) {}

    @Test
    void ofAWorkedExample() {
        var moments = moments(List.of(pair("1", "2"), pair("2", "4"), pair("3", "9")));

        assertEquals(new Moments(3, 2, 5, 2, 26, 7), moments);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithAnIndependentPass(long seed) {
        var random = new Random(seed);
        var pairs = new ArrayList<Pair>();
        int n = 3 + random.nextInt(2_000);
        for (int i = 0; i < n; i++) {
            double x = 100 + 15 * random.nextGaussian();
            pairs.add(new Pair(rounded(x), rounded(0.6 * x + 45 + 12 * random.nextGaussian())));
        }
        assertAgrees(pairs);
    }

    /** As in NIST's SmLs series: deviations of a tenth on a million. */
    @Test
    void keepsTheDigitsOfSmallDeviationsOnLargeScores() {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < 9_009; i++) {
            pairs.add(pair(i % 2 == 0 ? "999999.9" : "999999.7", i % 3 == 0 ? "999999.001" : "999999.003"));
        }
        assertAgrees(pairs);
    }

    @Test
    void givesTheSameBitsInAnyOrder() {
        var random = new Random(7);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < 500; i++) {
            pairs.add(new Pair(rounded(100 * random.nextGaussian()), rounded(100 * random.nextGaussian())));
        }
        var once = moments(pairs);
        Collections.shuffle(pairs, random);

        assertEquals(once, moments(pairs));
    }

    @Test
    void refusesAScoreFinerThanThousandths() {
        var sum = new Moments.Sum();

        assertThrows(ArithmeticException.class, () -> sum.add(new BigDecimal("1.0001"), BigDecimal.ONE));
    }

    /** Two passes in sixty digits: means first, then deviations. */
    private static void assertAgrees(List<Pair> pairs) {
        var n = BigDecimal.valueOf(pairs.size());
        var meanX = pairs.stream()
                .map(Pair::x)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS);
        var meanY = pairs.stream()
                .map(Pair::y)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS);
        var m2x = BigDecimal.ZERO;
        var m2y = BigDecimal.ZERO;
        var cxy = BigDecimal.ZERO;
        for (var pair : pairs) {
            var dx = pair.x().subtract(meanX);
            var dy = pair.y().subtract(meanY);
            m2x = m2x.add(dx.multiply(dx), DIGITS);
            m2y = m2y.add(dy.multiply(dy), DIGITS);
            cxy = cxy.add(dx.multiply(dy), DIGITS);
        }
        var moments = moments(pairs);
        assertEquals(pairs.size(), moments.n());
        assertClose(meanX, moments.meanX());
        assertClose(meanY, moments.meanY());
        assertClose(m2x, moments.m2x());
        assertClose(m2y, moments.m2y());
        assertClose(cxy, moments.cxy());
    }

    private static void assertClose(BigDecimal expected, double actual) {
        assertEquals(expected.doubleValue(), actual, 1e-12 * Math.abs(expected.doubleValue()));
    }

    private static Moments moments(List<Pair> pairs) {
        var sum = new Moments.Sum();
        pairs.forEach(pair -> sum.add(pair.x(), pair.y()));
        return sum.moments();
    }

    private static Pair pair(String x, String y) {
        return new Pair(new BigDecimal(x), new BigDecimal(y));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3);
    }
}
