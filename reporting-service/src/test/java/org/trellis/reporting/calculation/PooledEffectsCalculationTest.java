package org.trellis.reporting.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;
import org.trellis.reporting.statistics.pooling.Step;

class PooledEffectsCalculationTest {
    private static final List<Entry> THREE = List.of(
            new Entry("School A", 0.21, 0.012), new Entry("School B", 0.35, 0.02), new Entry(null, -0.04, 0.03));

    @Test
    void answersAsTheStatisticsDo() {
        List<EffectSize> effects = THREE.stream()
                .map(entry -> new EffectSize(entry.label(), entry.effect(), entry.variance()))
                .toList();
        for (PoolingModel model : PoolingModel.values()) {
            for (Adjustment adjustment : Adjustment.values()) {
                assertEquals(
                        PooledEffectsAnswer.from(
                                Pooling.pool(effects, model, adjustment, 0.9),
                                Pooling.leaveOneOut(effects, model, adjustment),
                                null),
                        PooledEffectsCalculation.answer(new PooledEffectsRequest(model, adjustment, 0.9, THREE)));
            }
        }
    }

    @Test
    void poolsByDateWhereAllEffectsHaveOne() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        var dated = THREE.stream()
                .map(e -> new Entry(e.label(), e.effect(), e.variance(), day.minusDays(THREE.indexOf(e))))
                .toList();
        var answer = PooledEffectsCalculation.answer(new PooledEffectsRequest(null, null, null, dated));
        assertEquals(List.of(1, 2, 3), answer.cumulative().stream().map(Step::k).toList());
        assertEquals(answer.estimate(), answer.cumulative().getLast().estimate());
        var some = List.of(dated.getFirst(), THREE.getLast());
        assertEquals(
                List.of(new Fault("$.effects", "must all have a date, or none")),
                PooledEffectsCalculation.faults(new PooledEffectsRequest(null, null, null, some)));
    }

    @Test
    void takesTheUsualUnlessToldOtherwise() {
        assertEquals(
                PooledEffectsCalculation.answer(
                        new PooledEffectsRequest(PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95, THREE)),
                PooledEffectsCalculation.answer(new PooledEffectsRequest(null, null, null, THREE)));
        assertEquals(
                PooledEffectsCalculation.answer(
                        new PooledEffectsRequest(PoolingModel.FIXED, Adjustment.NONE, 0.95, THREE)),
                PooledEffectsCalculation.answer(new PooledEffectsRequest(PoolingModel.FIXED, null, null, THREE)));
    }

    @Test
    void keepsTheOrderOfTheRequest() {
        PooledEffectsAnswer answer = PooledEffectsCalculation.answer(new PooledEffectsRequest(null, null, null, THREE));
        assertEquals(Arrays.asList("School A", "School B", null), labels(answer));
        assertTrue(answer.weights().get(0) > answer.weights().get(1));
        assertTrue(answer.weights().get(1) > answer.weights().get(2));
    }

    @Test
    void namesEverythingThatIsWrong() {
        List<Entry> effects = Arrays.asList(
                new Entry("A", null, 0.0),
                null,
                new Entry("C", Double.NaN, -1.0),
                new Entry("D", 1e308, Double.NEGATIVE_INFINITY),
                new Entry("E", 0.1, null));
        assertEquals(
                List.of(
                        new Fault("$.confidence", "must lie strictly between 0 and 1"),
                        new Fault("$.effects[0].effect", "is required"),
                        new Fault("$.effects[0].variance", "must be more than 0"),
                        new Fault("$.effects[1]", "is required"),
                        new Fault("$.effects[2].effect", "must be a finite number"),
                        new Fault("$.effects[2].variance", "must be more than 0"),
                        new Fault("$.effects[3].effect", "must lie between -1e100 and 1e100"),
                        new Fault("$.effects[3].variance", "must be a finite number"),
                        new Fault("$.effects[4].variance", "is required")),
                refused(new PooledEffectsRequest(null, null, 0.0, effects)));
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertEquals(
                List.of(new Fault("$.effects", "is required")),
                refused(new PooledEffectsRequest(null, null, null, null)));
        assertEquals(
                List.of(new Fault("$.effects", "must have at least one effect")),
                refused(new PooledEffectsRequest(null, null, null, List.of())));
        List<Entry> many = Collections.nCopies(10_001, new Entry("A", null, null));
        assertEquals(
                List.of(new Fault("$.effects", "must have at most 10000 effects")),
                refused(new PooledEffectsRequest(null, null, null, many)));
    }

    @Test
    void answersUpToTheMost() {
        List<Entry> most = IntStream.range(0, PooledEffectsCalculation.MOST_EFFECTS)
                .mapToObj(i -> new Entry("S" + i, 0.2 + 0.3 * Math.sin(i), 0.01 + 0.03 * (i % 7)))
                .toList();
        PooledEffectsAnswer answer =
                PooledEffectsCalculation.answer(new PooledEffectsRequest(PoolingModel.DL, null, null, most));
        assertEquals(10_000, answer.k());
        assertEquals(10_000, answer.leaveOneOut().size());
    }

    @Test
    void refusesFiguresTooFarApart() {
        List<Entry> apart = List.of(new Entry("A", 1e100, 1e-200), new Entry("B", -1e100, 1e-200));
        assertEquals(
                List.of(new Fault("$.effects", "are too large, too small or too far apart to be computed with")),
                refused(new PooledEffectsRequest(null, null, null, apart)));
    }

    private static List<String> labels(PooledEffectsAnswer answer) {
        return answer.leaveOneOut().stream().map(left -> left.label()).toList();
    }

    private static List<Fault> refused(PooledEffectsRequest request) {
        return assertThrows(InvalidCalculation.class, () -> PooledEffectsCalculation.answer(request))
                .faults();
    }
}
