package org.trellis.reporting.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellis.reporting.calculation.EffectSizeRequest.Cohort;
import org.trellis.reporting.calculation.EffectSizeRequest.Paired;
import org.trellis.reporting.calculation.EffectSizeRequest.School;
import org.trellis.reporting.calculation.EffectSizeRequest.Scores;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.statistics.effect.Design;
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

    /** Camden: 1 of 16 teachers confident before, 16 of 16 after; Newcombe's method 10 and exact McNemar p. */
    @Test
    void comparesTheSamePeopleBeforeAndAfter() {
        Cohort camden = new Cohort(null, null, null, null, null, new Paired(1, 0, 15, 0), null, null, null);
        EffectSizeAnswer risk =
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.RISK_DIFFERENCE, null, camden, null));
        assertClose(0.9375, risk.value(), "difference");
        assertClose(2 * Math.pow(0.5, 15), risk.p(), "p");
        assertNull(risk.g());
        assertNull(risk.months());
        EffectSizeAnswer odds =
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.ODDS_RATIO, null, camden, null));
        assertClose(31, odds.ratio(), "15.5 / 0.5");
        assertClose(1 / 15.5 + 2, odds.variance(), "variance");
    }

    @Test
    void comparesSharesAndAnswersOfDifferentPeople() {
        Cohort forty = new Cohort(50L, null, null, null, 40, null, null, null, null);
        Cohort thirty = new Cohort(50L, null, null, null, 30, null, null, null, null);
        assertClose(
                0.2,
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.RISK_DIFFERENCE, null, forty, thirty))
                        .value(),
                "difference");
        assertClose(
                Math.log(40 * 20 / (10 * 30.0)),
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.ODDS_RATIO, null, forty, thirty))
                        .value(),
                "log odds ratio");
        Cohort better = new Cohort(null, null, null, null, null, null, List.of(0, 1, 3), null, null);
        Cohort worse = new Cohort(null, null, null, null, null, null, List.of(2, 1, 1), null, null);
        EffectSizeAnswer answer =
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.SUPERIORITY, null, better, worse));
        assertClose((2 + 0.5 + 3 * 3 + 3 * 0.5) / 16, answer.value(), "P");
        assertClose(2 * answer.value() - 1, answer.cliffsDelta(), "δ");
    }

    @Test
    void givesMonthsForEachMonthTaught() {
        Cohort learn = new Cohort(30L, new Scores(98.0, 15.0), new Scores(125.0, 17.0), 0.8);
        EffectSizeAnswer rate =
                EffectSizeCalculation.answer(new EffectSizeRequest(Estimator.RATE, null, null, 7.0, learn, null));
        assertClose(27 / 7.0, rate.value(), "27 months in 7");
        assertClose((225 + 289 - 2 * 0.8 * 15 * 17) / 30 / 49, rate.variance(), "variance");
        assertEquals(29, rate.df());
    }

    @Test
    void takesWholeSchoolsInOneArm() {
        List<School> treated = List.of(school(20, 52), school(25, 55), school(30, 50));
        List<School> others = List.of(school(22, 50), school(28, 47), school(24, 49));
        var request = new EffectSizeRequest(
                Estimator.ANCOVA, Design.BETWEEN_SCHOOLS, null, null, schools(treated), schools(others));
        EffectSizeAnswer answer = EffectSizeCalculation.answer(request);
        assertEquals(6, answer.schools());
        assertTrue(answer.intraclassCorrelation() >= 0 && answer.intraclassCorrelation() < 1);
        assertTrue(answer.g() > 0);
        assertEquals(
                List.of(new Fault("$.design", "PRE_POST_CONTROL is not for BETWEEN_SCHOOLS")),
                refused(new EffectSizeRequest(
                        Estimator.PRE_POST_CONTROL,
                        Design.BETWEEN_SCHOOLS,
                        null,
                        null,
                        schools(treated),
                        schools(others))));
    }

    @Test
    void namesWhatIsWrongWithCounts() {
        Cohort people = new Cohort(10L, null, null, null, 11, null, null, null, null);
        assertEquals(
                List.of(
                        new Fault("$.intervention.reached", "must be from 0 to n"),
                        new Fault("$.comparison", "is required")),
                refused(new EffectSizeRequest(Estimator.ODDS_RATIO, null, people, null)));
        Cohort crossed = new Cohort(null, null, null, null, null, null, null, List.of(List.of(1, 2), List.of(3)), null);
        assertEquals(
                List.of(new Fault("$.intervention.crossed", "must have as many columns as rows")),
                refused(new EffectSizeRequest(Estimator.SUPERIORITY, null, crossed, null)));
        assertEquals(
                List.of(new Fault("$.monthsTaught", "is required")),
                refused(new EffectSizeRequest(Estimator.RATE, null, INTERVENTION, null)));
    }

    private static School school(long n, double after) {
        return new School(n, new Scores(40.0, 9.0), new Scores(after, 10.0), 0.7);
    }

    private static Cohort schools(List<School> schools) {
        return new Cohort(null, null, null, null, null, null, null, null, schools);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANCOVA", "PRE_POST_CONTROL", "PRE_POST"})
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
