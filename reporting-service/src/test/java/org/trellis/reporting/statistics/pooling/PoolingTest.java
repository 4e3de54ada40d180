package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellis.reporting.statistics.Interval;

class PoolingTest {

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void anyOrderGivesTheSameBits(PoolingModel model) {
        Random random = new Random(10);
        for (int trial = 0; trial < 20; trial++) {
            List<EffectSize> effects = random(random, 3 + random.nextInt(20));
            List<EffectSize> shuffled = new ArrayList<>(effects);
            Collections.shuffle(shuffled, random);
            PooledEffect one = Pooling.pool(effects, model, Adjustment.HARTUNG_KNAPP, 0.95);
            PooledEffect other = Pooling.pool(shuffled, model, Adjustment.HARTUNG_KNAPP, 0.95);
            assertEquals(one.ci(), other.ci());
            assertEquals(one.predictionInterval(), other.predictionInterval());
            assertEquals(one.tau2Ci(), other.tau2Ci());
            assertEquals(one.q(), other.q());
            for (int i = 0; i < effects.size(); i++) {
                assertEquals(one.weights().get(i), other.weights().get(shuffled.indexOf(effects.get(i))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void leavingOneOutIsPoolingWithoutIt(PoolingModel model) {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            List<EffectSize> effects = random(random, 2 + random.nextInt(15));
            for (Adjustment adjustment : Adjustment.values()) {
                List<LeftOut> leftOut = Pooling.leaveOneOut(effects, model, adjustment);
                assertEquals(effects.size(), leftOut.size());
                for (int i = 0; i < effects.size(); i++) {
                    List<EffectSize> others = new ArrayList<>(effects);
                    others.remove(i);
                    PooledEffect pooled = Pooling.pool(others, model, adjustment, 0.95);
                    assertEquals(effects.get(i).label(), leftOut.get(i).label());
                    assertClose(pooled.tau2(), leftOut.get(i).tau2(), 1e-12, "tau2");
                    assertClose(pooled.estimate(), leftOut.get(i).estimate(), 1e-11, "estimate");
                    assertClose(pooled.se(), leftOut.get(i).se(), 1e-11, "se");
                }
            }
        }
    }

    /** From a hundred effects on, sums are taken once and each effect out of them. */
    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void leavingOneOutOfManyIsPoolingWithoutIt(PoolingModel model) {
        Random random = new Random(18);
        for (double spread : new double[] {0, 0.05, 0.4, 3}) {
            List<EffectSize> effects = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                double variance = Math.pow(10, -3 + (i % 50 == 0 ? -5 : 2) * random.nextDouble());
                double effect = 0.3 + (spread + Math.sqrt(variance)) * random.nextGaussian();
                effects.add(new EffectSize("school " + i, effect, variance));
            }
            List<LeftOut> leftOut = Pooling.leaveOneOut(effects, model, Adjustment.HARTUNG_KNAPP);
            for (int i = 0; i < effects.size(); i += 10) {
                List<EffectSize> others = new ArrayList<>(effects);
                others.remove(i);
                PooledEffect pooled = Pooling.pool(others, model, Adjustment.HARTUNG_KNAPP, 0.95);
                assertClose(pooled.tau2(), leftOut.get(i).tau2(), 1e-12, "tau2");
                assertClose(pooled.estimate(), leftOut.get(i).estimate(), 1e-11, "estimate");
                assertClose(pooled.se(), leftOut.get(i).se(), 1e-11, "se");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    @Timeout(10)
    void leavesEachOfTenThousandOut(PoolingModel model) {
        List<EffectSize> effects = random(new Random(19), 10_000);
        assertEquals(
                10_000,
                Pooling.leaveOneOut(effects, model, Adjustment.HARTUNG_KNAPP).size());
    }

    @Test
    void growsByDays() {
        List<EffectSize> effects = random(new Random(20), 4);
        LocalDate day = LocalDate.of(2026, 3, 1);
        List<LocalDate> days = List.of(day.plusDays(2), day, day.plusDays(2), day.plusDays(9));
        List<Step> steps = Pooling.cumulative(effects, days, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95);
        assertEquals(List.of(1, 3, 4), steps.stream().map(Step::k).toList());
        assertEquals(List.of("school 0", "school 2"), steps.get(1).added());
        assertEquals(effects.get(1).effect(), steps.getFirst().estimate());
        PooledEffect all = Pooling.pool(effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95);
        assertEquals(all.ci(), steps.getLast().ci());
        assertThrows(
                IllegalArgumentException.class,
                () -> Pooling.cumulative(effects, days.subList(0, 3), PoolingModel.REML, Adjustment.NONE, 0.95));
    }

    @Test
    void leavesOutEvenTheOneThatOutweighsAllOthers() {
        Random random = new Random(12);
        for (int trial = 0; trial < 100; trial++) {
            List<EffectSize> others = random(random, 6);
            List<EffectSize> effects = new ArrayList<>(others);
            effects.add(new EffectSize("huge", 0.3, Math.pow(10, -16 - trial % 5)));
            for (PoolingModel model : PoolingModel.values()) {
                LeftOut without =
                        Pooling.leaveOneOut(effects, model, Adjustment.NONE).getLast();
                PooledEffect pooled = Pooling.pool(others, model, Adjustment.NONE, 0.95);
                assertEquals("huge", without.label());
                assertEquals(pooled.tau2(), without.tau2(), model + " " + trial);
                assertEquals(pooled.estimate(), without.estimate());
                assertEquals(pooled.se(), without.se());
            }
        }
    }

    @Test
    void keepsTheDigitsBesideAnEffectOfGreatPrecision() {
        // Of two effects Q is d²/(v₁ + v₂), and DerSimonian and Laird's τ² is (Q − 1)(v₁ + v₂)/2.
        List<EffectSize> two = List.of(new EffectSize("A", 3, 1e-18), new EffectSize("B", 0, 1));
        PooledEffect pooled = Pooling.pool(two, PoolingModel.DL, Adjustment.NONE, 0.95);
        assertClose(9, pooled.q(), "Q");
        assertClose(4, pooled.tau2(), "tau2");
        assertClose(100 * 4 / 4.5, pooled.i2FromTau2(), "I2");
    }

    @Test
    void noEffectAnywhereIsNoEvidenceOfOne() {
        List<EffectSize> nothing =
                List.of(new EffectSize("A", 0, 0.012), new EffectSize("B", 0, 0.02), new EffectSize("C", 0, 0.03));
        assertEquals(
                1,
                Pooling.pool(nothing, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95)
                        .p());
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void equalEffectsPoolToThemselves(PoolingModel model) {
        List<EffectSize> effects = List.of(
                new EffectSize("A", 0.1, 0.012), new EffectSize("B", 0.1, 0.02), new EffectSize("C", 0.1, 0.03));
        for (Adjustment adjustment : Adjustment.values()) {
            PooledEffect pooled = Pooling.pool(effects, model, adjustment, 0.95);
            assertEquals(0.1, pooled.estimate());
            assertEquals(0, pooled.tau2());
            assertEquals(0, pooled.q());
            assertEquals(0, pooled.i2FromQ());
            assertEquals(1, pooled.qP());
        }
        PooledEffect adjusted = Pooling.pool(effects, model, Adjustment.HARTUNG_KNAPP, 0.95);
        assertEquals(new Interval(0.95, 0.1, 0.1), adjusted.ci());
        assertEquals(0, adjusted.p());
        assertTrue(adjusted.method().contains("does not mean certainty"), adjusted.method());
        PooledEffect floored = Pooling.pool(effects, model, Adjustment.HARTUNG_KNAPP_MAX1, 0.95);
        assertEquals(Pooling.pool(effects, model, Adjustment.NONE, 0.95).se(), floored.se());
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void isFreeOfUnitsAndOfTheSign(PoolingModel model) {
        Random random = new Random(13);
        for (int trial = 0; trial < 20; trial++) {
            List<EffectSize> effects = random(random, 3 + random.nextInt(10));
            List<EffectSize> scaled = effects.stream()
                    .map(e -> new EffectSize(e.label(), 7 - 3 * e.effect(), 9 * e.variance()))
                    .toList();
            PooledEffect one = Pooling.pool(effects, model, Adjustment.HARTUNG_KNAPP, 0.95);
            PooledEffect other = Pooling.pool(scaled, model, Adjustment.HARTUNG_KNAPP, 0.95);
            assertEquals(7 - 3 * one.estimate(), other.estimate(), 1e-11);
            assertEquals(7 - 3 * one.ci().upper(), other.ci().lower(), 1e-10);
            assertEquals(9 * one.tau2(), other.tau2(), 1e-10);
            assertClose(one.i2FromQ(), other.i2FromQ(), "I2");
            assertClose(one.h2(), other.h2(), "H2");
        }
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void weightsAddUpToAHundred(PoolingModel model) {
        PooledEffect pooled = Pooling.pool(random(new Random(14), 500), model, Adjustment.NONE, 0.95);
        double sum = pooled.weights().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(100, sum, 1e-10);
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void aSingleEffectStandsForItself(PoolingModel model) {
        for (Adjustment adjustment : Adjustment.values()) {
            PooledEffect pooled = Pooling.pool(List.of(new EffectSize("A", 0.3, 0.04)), model, adjustment, 0.95);
            assertEquals(0.3, pooled.estimate());
            assertEquals(0.2, pooled.se());
            assertClose(0.3 + 0.2 * 1.9599639845400543, pooled.ci().upper(), "upper");
            assertEquals(0, pooled.tau2());
            assertEquals(0, pooled.qDf());
            assertEquals(1, pooled.qP());
            assertEquals(1, pooled.h2());
            assertEquals(List.of(100.0), pooled.weights());
            assertNull(pooled.tau2Ci());
            assertNull(pooled.predictionInterval());
        }
        assertEquals(List.of(), Pooling.leaveOneOut(List.of(new EffectSize("A", 0.3, 0.04)), model, Adjustment.NONE));
    }

    @Test
    void oneOfTwoLeftOutLeavesTheOther() {
        List<EffectSize> two = List.of(new EffectSize("A", 0.3, 0.04), new EffectSize("B", 0.1, 0.01));
        for (Adjustment adjustment : Adjustment.values()) {
            assertEquals(
                    List.of(new LeftOut("A", 0.1, 0.1, 0), new LeftOut("B", 0.3, 0.2, 0)),
                    Pooling.leaveOneOut(two, PoolingModel.REML, adjustment));
        }
    }

    @Test
    void aProjectsSchoolsArePooledByRule() {
        List<EffectSize> effects = random(new Random(15), 3);
        assertEquals(
                Pooling.pool(effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95),
                Pooling.overSchools(effects, 0.95));
        assertEquals(
                Pooling.pool(effects.subList(0, 2), PoolingModel.FIXED, Adjustment.NONE, 0.95),
                Pooling.overSchools(effects.subList(0, 2), 0.95));
        assertEquals(
                effects.getFirst().effect(),
                Pooling.overSchools(effects.subList(0, 1), 0.95).estimate());
    }

    @Test
    void predictsFromThreeEffectsOnAndNotForAFixedEffect() {
        List<EffectSize> effects = random(new Random(16), 3);
        assertNotNull(Pooling.overSchools(effects, 0.95).predictionInterval());
        assertNull(
                Pooling.pool(effects, PoolingModel.FIXED, Adjustment.NONE, 0.95).predictionInterval());
        assertNull(
                Pooling.pool(effects, PoolingModel.FIXED, Adjustment.NONE, 0.95).tau2Ci());
        PooledEffect two = Pooling.pool(effects.subList(0, 2), PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95);
        assertNull(two.predictionInterval());
        assertTrue(two.method().contains("next to nothing"), two.method());
    }

    @Test
    void refusesWhatCannotBePooled() {
        assertThrows(IllegalArgumentException.class, () -> Pooling.overSchools(List.of(), 0.95));
        assertThrows(
                IllegalArgumentException.class,
                () -> Pooling.leaveOneOut(List.of(), PoolingModel.REML, Adjustment.NONE));
        assertThrows(IllegalArgumentException.class, () -> Pooling.overSchools(random(new Random(1), 3), 1));
        assertThrows(IllegalArgumentException.class, () -> new EffectSize("A", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new EffectSize("A", 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EffectSize("A", 1, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void neverGivesWhatIsNoNumber(PoolingModel model) {
        double[] extremes = {1e308, 1e200, 1e100, 1e16, 1, 1e-16, 1e-100, 1e-200, 1e-308, 4.9e-324};
        Random random = new Random(17);
        int refused = 0;
        int answered = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            List<EffectSize> effects = new ArrayList<>();
            for (int i = 0; i < 1 + trial % 4; i++) {
                double effect = extremes[random.nextInt(10)] * (random.nextBoolean() ? 1 : -1);
                effects.add(new EffectSize("", effect, extremes[random.nextInt(10)]));
            }
            for (Adjustment adjustment : Adjustment.values()) {
                try {
                    PooledEffect pooled = Pooling.pool(effects, model, adjustment, 0.95);
                    assertTrue(Double.isFinite(pooled.ci().upper() - pooled.ci().lower()) || pooled.se() > 1e300);
                    assertNotEquals(Double.NaN, pooled.p());
                    Pooling.leaveOneOut(effects, model, adjustment);
                    answered++;
                } catch (ArithmeticException tooFarApart) {
                    refused++;
                }
            }
        }
        assertTrue(answered > 100 && refused > 100, answered + " answered, " + refused + " refused");
    }

    private static List<EffectSize> random(Random random, int k) {
        List<EffectSize> effects = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double variance = Math.pow(10, -3 + 2 * random.nextDouble());
            effects.add(new EffectSize("school " + i, 0.3 + 0.4 * random.nextGaussian(), variance));
        }
        return effects;
    }
}
