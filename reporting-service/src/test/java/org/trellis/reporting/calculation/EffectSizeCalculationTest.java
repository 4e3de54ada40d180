package org.trellis.reporting.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellis.reporting.calculation.EffectSizeRequest.Cohort;
import org.trellis.reporting.calculation.EffectSizeRequest.Scores;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.statistics.effect.Estimator;

class EffectSizeCalculationTest {
    /** The first study of Morris 2008, table 5. */
    private static final Cohort INTERVENTION = new Cohort(20L, new Scores(30.6, 15.0), new Scores(38.5, 11.6), 0.47);

    private static final Cohort COMPARISON = new Cohort(20L, new Scores(23.1, 13.8), new Scores(19.7, 14.8), 0.47);

    @Test
    void answersWithAllThatBelongsToAnEffect() {
        EffectSizeAnswer answer = EffectSizeCalculation.answer(
                new EffectSizeRequest(Estimator.PRE_POST_CONTROL, 0.99, INTERVENTION, COMPARISON));
        assertEquals(Estimator.PRE_POST_CONTROL, answer.estimator());
        assertClose(0.7684476468038102, answer.g(), "g");
        assertClose(0.1133813973234789, answer.variance(), "variance");
        assertClose(Math.sqrt(0.1133813973234789), answer.se(), "se");
        assertEquals(0.99, answer.ci().level());
        assertClose(answer.g() - 2.575829303548901 * answer.se(), answer.ci().lower(), "lower");
        assertClose(0.9801104021309462, answer.j(), "J(38)");
        assertEquals(9, answer.months().value());
        assertEquals(
                Estimator.PRE_POST_CONTROL.method()
                        + " Months of progress by the EEF's toolkit table (EEF_TOOLKIT, version 1).",
                answer.method());
    }

    @Test
    void takesNinetyFivePerCentUnlessToldOtherwise() {
        EffectSizeRequest request = new EffectSizeRequest(Estimator.ANCOVA, null, INTERVENTION, COMPARISON);
        assertEquals(0.95, EffectSizeCalculation.answer(request).ci().level());
    }

    @Test
    void givesNoMonthsWithoutAComparison() {
        EffectSizeRequest request = new EffectSizeRequest(Estimator.PRE_POST, null, INTERVENTION, null);
        EffectSizeAnswer answer = EffectSizeCalculation.answer(request);
        assertClose(0.5055527858734402, answer.g(), "g");
        assertNull(answer.months());
        assertEquals(Estimator.PRE_POST.method(), answer.method());
    }

    @Test
    void namesEverythingThatIsWrong() {
        Cohort bad = new Cohort(1L, new Scores(null, 0.0), new Scores(Double.NaN, -3.0), 1.0);
        Cohort worse = new Cohort(null, null, new Scores(1e308, Double.POSITIVE_INFINITY), -1.5);
        assertEquals(
                List.of(
                        new Fault("$.confidence", "must lie strictly between 0 and 1"),
                        new Fault("$.intervention.n", "must be at least 2"),
                        new Fault("$.intervention.post.mean", "must be a finite number"),
                        new Fault("$.intervention.post.sd", "must be more than 0"),
                        new Fault("$.intervention.pre.mean", "is required"),
                        new Fault("$.intervention.pre.sd", "must be more than 0"),
                        new Fault("$.intervention.correlation", "must lie strictly between -1 and 1"),
                        new Fault("$.comparison.n", "is required"),
                        new Fault("$.comparison.post.mean", "must lie between -1e100 and 1e100"),
                        new Fault("$.comparison.post.sd", "must be a finite number"),
                        new Fault("$.comparison.pre", "is required"),
                        new Fault("$.comparison.correlation", "must lie strictly between -1 and 1")),
                refused(new EffectSizeRequest(Estimator.ANCOVA, 1.0, bad, worse)));
    }

    @Test
    void namesWhatIsMissingAltogether() {
        assertEquals(
                List.of(new Fault("$.estimator", "is required")),
                refused(new EffectSizeRequest(null, null, null, null)));
        assertEquals(
                List.of(new Fault("$.intervention", "is required"), new Fault("$.comparison", "is required")),
                refused(new EffectSizeRequest(Estimator.POST_SMD, null, null, null)));
    }

    @Test
    void refusesWhatItWouldNotLookAt() {
        assertEquals(
                List.of(
                        new Fault("$.intervention.pre", "must be absent: POST_SMD has no baseline"),
                        new Fault("$.intervention.correlation", "must be absent: POST_SMD has no baseline"),
                        new Fault("$.comparison.pre", "must be absent: POST_SMD has no baseline"),
                        new Fault("$.comparison.correlation", "must be absent: POST_SMD has no baseline")),
                refused(new EffectSizeRequest(Estimator.POST_SMD, null, INTERVENTION, COMPARISON)));
        assertEquals(
                List.of(new Fault("$.comparison", "must be absent: PRE_POST has none")),
                refused(new EffectSizeRequest(Estimator.PRE_POST, null, INTERVENTION, COMPARISON)));
    }

    @Test
    void asksForThreePairsWithoutAComparison() {
        Cohort two = new Cohort(2L, INTERVENTION.pre(), INTERVENTION.post(), 0.5);
        assertEquals(
                List.of(new Fault("$.intervention.n", "must be at least 3")),
                refused(new EffectSizeRequest(Estimator.PRE_POST, null, two, null)));
    }

    @ParameterizedTest
    @EnumSource(value = Estimator.class, names = "POST_SMD", mode = EnumSource.Mode.EXCLUDE)
    void refusesFiguresThatNoDoubleCanTellApart(Estimator estimator) {
        Cohort vast =
                new Cohort(Long.MAX_VALUE, new Scores(-1e100, 1e-100), new Scores(1e100, 1e-100), 0.999999999999999);
        Cohort opposite = new Cohort(9L, vast.post(), vast.pre(), 0.5);
        Cohort other = estimator.needsComparison() ? opposite : null;
        List<Fault> faults = refused(new EffectSizeRequest(estimator, null, vast, other));
        assertEquals("$", faults.getFirst().path());
    }

    private static List<Fault> refused(EffectSizeRequest request) {
        return assertThrows(InvalidCalculation.class, () -> EffectSizeCalculation.answer(request))
                .faults();
    }
}
