package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.reporting.statistics.Close.assertClose;
import static org.trellis.reporting.statistics.Direction.HIGHER_IS_BETTER;
import static org.trellis.reporting.statistics.Direction.LOWER_IS_BETTER;
import static org.trellis.reporting.statistics.effect.Answers.found;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MomentsAccumulator;

class StandardisedMeanDifferenceTest {
    private static final List<Estimator> STANDARDISED =
            Stream.of(Estimator.values()).filter(Estimator::isStandardised).toList();

    /** Borenstein and others 2009, Introduction to Meta-Analysis, table 14.1, with J exact. */
    @ParameterizedTest
    @CsvSource({
        "94, 22, 60, 92, 20, 60, 0.09452415852033096, 0.0333705617355999",
        "98, 21, 65, 92, 22, 65, 0.2773558662655185, 0.03106510106366114",
        "98, 28, 40, 88, 26, 40, 0.3665444295159216, 0.0508397176175572",
        "94, 19, 200, 82, 17, 200, 0.6643849683270036, 0.01055175923267359",
        "98, 21, 50, 88, 22, 45, 0.4618062812877236, 0.04334466980873168",
        "96, 21, 85, 92, 22, 85, 0.1851644373991045, 0.02363025255552155",
    })
    void agreesWithoutBaselineWithBorenstein(
            double meanT, double sdT, int nT, double meanC, double sdC, int nC, double g, double variance) {
        Effect effect = found(StandardisedMeanDifference.postSmd(
                Moments.fromSummary(nT, meanT, sdT), Moments.fromSummary(nC, meanC, sdC), HIGHER_IS_BETTER));
        assertClose(g, effect.g(), "g");
        assertClose(variance, effect.variance(), "variance");
    }

    /** Morris 2008, table 5: gain against gain. */
    @ParameterizedTest
    @CsvSource({
        "30.6, 38.5, 15.0, 11.6, 20, 23.1, 19.7, 13.8, 14.8, 20, .47, 0.7684476468038102, 0.1133813973234789",
        "23.5, 26.8, 3.1, 4.1, 50, 24.9, 25.3, 4.1, 3.3, 42, .64, 0.8009868480587204, 0.03502970459265629",
        "0.5, 0.7, 0.1, 0.1, 9, 0.6, 0.6, 0.2, 0.2, 9, .77, 1.204516411444589, 0.1425238829288709",
        "53.4, 75.9, 14.5, 4.4, 10, 55.7, 60.7, 17.3, 17.9, 11, .89, 1.047626735601772, 0.06813147088446725",
        "35.6, 36.0, 4.7, 4.6, 14, 34.8, 33.4, 3.1, 6.9, 14, .44, 0.4389341925297527, 0.1634404147387812",
    })
    void agreesOnGainsWithMorris(
            double preT,
            double postT,
            double sdPreT,
            double sdPostT,
            int nT,
            double preC,
            double postC,
            double sdPreC,
            double sdPostC,
            int nC,
            double r,
            double g,
            double variance) {
        Effect effect = found(StandardisedMeanDifference.prePostControl(
                Moments.fromSummary(nT, preT, sdPreT, postT, sdPostT, r),
                Moments.fromSummary(nC, preC, sdPreC, postC, sdPostC, r),
                HIGHER_IS_BETTER));
        assertClose(g, effect.g(), "g");
        assertClose(variance, effect.variance(), "variance");
    }

    /** Morris 2008, table 5: each arm by itself; the last row has no gain at all. */
    @ParameterizedTest
    @CsvSource({
        "30.6, 38.5, 15.0, 11.6, 20, .47, 0.5055527858734402, 0.05938959048260991",
        "23.5, 26.8, 3.1, 4.1, 50, .64, 1.048124898348177, 0.02538565802537377",
        "0.5, 0.7, 0.1, 0.1, 9, .77, 1.80540666735282, 0.2321940685845565",
        "53.4, 75.9, 14.5, 4.4, 10, .89, 1.418081728643616, 0.1225477894556432",
        "35.6, 36.0, 4.7, 4.6, 14, .44, 0.08008361425286369, 0.08022904947399291",
        "34.8, 33.4, 3.1, 6.9, 14, .44, -0.4249598240192282, 0.0864496732868019",
        "0.6, 0.6, 0.2, 0.2, 9, .77, 0, 0.05111111111111111",
    })
    void agreesWithoutComparisonWithMorris(
            double pre, double post, double sdPre, double sdPost, int n, double r, double g, double variance) {
        Effect effect = found(StandardisedMeanDifference.prePost(
                Moments.fromSummary(n, pre, sdPre, post, sdPost, r), HIGHER_IS_BETTER));
        assertClose(g, effect.g(), "g");
        assertClose(variance, effect.variance(), "variance");
    }

    @Test
    void adjustsForTheBaselineAsRegressionDoes() {
        Random random = new Random(3);
        for (int trial = 0; trial < 30; trial++) {
            Cohorts cohorts = Cohorts.random(random, 2 + random.nextInt(30), 2 + random.nextInt(30));
            Effect effect = found(cohorts.estimate(Estimator.ANCOVA));
            Regression regression = Regression.of(cohorts);
            double sd = Math.sqrt((cohorts.intervention.m2y() + cohorts.comparison.m2y()) / (cohorts.size() - 2.0));
            double g = effect.j() * regression.coefficient / sd;
            assertClose(g, effect.g(), "g");
            double variance = Math.pow(effect.j() * regression.se / sd, 2) + g * g / (2 * (cohorts.size() - 2.0));
            assertClose(variance, effect.variance(), "variance");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANCOVA", "PRE_POST_CONTROL", "POST_SMD", "PRE_POST"})
    void isFreeOfUnits(Estimator estimator) {
        Random random = new Random(4);
        for (int trial = 0; trial < 30; trial++) {
            Cohorts cohorts = Cohorts.random(random, 5 + random.nextInt(40), 5 + random.nextInt(40));
            Effect effect = found(cohorts.estimate(estimator));
            Effect shifted = found(cohorts.scaled(12.5, -700).estimate(estimator));
            assertClose(effect.g(), shifted.g(), "g");
            assertClose(effect.variance(), shifted.variance(), "variance");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANCOVA", "PRE_POST_CONTROL", "POST_SMD"})
    void turnsItsSignWhenArmsAreSwapped(Estimator estimator) {
        Random random = new Random(5);
        for (int trial = 0; trial < 30; trial++) {
            Cohorts cohorts = Cohorts.random(random, 12, 30);
            Effect effect = found(cohorts.estimate(estimator));
            Effect swapped = found(StandardisedMeanDifference.by(
                    estimator, cohorts.comparison, cohorts.intervention, HIGHER_IS_BETTER));
            assertEquals(effect.g(), -swapped.g(), 1e-15);
            assertClose(effect.variance(), swapped.variance(), 1e-14, "variance");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANCOVA", "PRE_POST_CONTROL", "POST_SMD", "PRE_POST"})
    void turnsItsSignWhereLowerIsBetter(Estimator estimator) {
        Cohorts cohorts = Cohorts.random(new Random(6), 20, 20);
        Effect higher = found(cohorts.estimate(estimator));
        Effect lower = found(
                StandardisedMeanDifference.by(estimator, cohorts.intervention, cohorts.comparison, LOWER_IS_BETTER));
        assertEquals(-higher.g(), lower.g());
        assertEquals(higher.variance(), lower.variance());
    }

    @Test
    void neverGivesANegativeZero() {
        Moments cell = Moments.fromSummary(9, 5, 1, 5, 1, 0.5);
        Effect effect = found(StandardisedMeanDifference.prePost(cell, LOWER_IS_BETTER));
        assertEquals("0.0", Double.toString(effect.g()));
    }

    @Test
    void surroundsTheEffectByANormalInterval() {
        Effect effect = new Effect(Estimator.POST_SMD, 0.5, 0.04, 1, "");
        assertEquals(0.2, effect.se());
        assertClose(0.5 - 0.2 * 1.9599639845400543, effect.ci(0.95).lower(), "lower");
        assertClose(0.5 + 0.2 * 2.575829303548901, effect.ci(0.99).upper(), "upper");
    }

    @Test
    void givesAReasonInsteadOfANumber() {
        Moments good = Moments.fromSummary(20, 30, 5, 33, 6, 0.6);
        Moments flatBefore = Moments.fromSummary(20, 30, 0, 33, 6, 0);
        Moments flatAfter = Moments.fromSummary(20, 30, 5, 33, 0, 0);
        Moments alone = Moments.ofPair(3, 4);
        Moments copied = Moments.fromSummary(20, 30, 5, 30, 5, 1);
        Moments vast = Moments.fromSummary(20, 1e150, 1e-150, -1e150, 1e-150, 0.5);
        Moments opposite = Moments.fromSummary(20, -1e150, 1e-150, 1e150, 1e-150, 0.5);
        for (Estimator estimator : STANDARDISED) {
            if (estimator.needsComparison()) {
                assertMissing(Reason.NO_COMPARISON, estimator, good, null);
                assertMissing(Reason.NO_COMPARISON, estimator, good, Moments.EMPTY);
                assertMissing(Reason.TOO_FEW, estimator, alone, good);
                assertMissing(Reason.TOO_FEW, estimator, good, alone);
            }
            assertMissing(Reason.OUT_OF_RANGE, estimator, vast, opposite);
        }
        Moments faint = new Moments(20, 0, 0, 1, 20 * Double.MIN_VALUE, 0);
        assertMissing(Reason.OUT_OF_RANGE, Estimator.ANCOVA, faint, faint);
        assertMissing(Reason.TOO_FEW_PAIRS, Estimator.PRE_POST, Moments.fromSummary(2, 3, 1, 4, 1, 0.5), null);
        assertMissing(Reason.NO_SPREAD, Estimator.POST_SMD, flatAfter, flatAfter);
        assertMissing(Reason.NO_SPREAD, Estimator.ANCOVA, flatAfter, flatAfter);
        assertMissing(Reason.NO_SPREAD, Estimator.ANCOVA, flatBefore, flatBefore);
        assertMissing(Reason.NO_CORRELATION, Estimator.PRE_POST_CONTROL, good, flatBefore);
        assertMissing(Reason.NO_CORRELATION, Estimator.PRE_POST_CONTROL, flatAfter, good);
        assertMissing(Reason.NO_CORRELATION, Estimator.PRE_POST, flatBefore, null);
        assertMissing(Reason.EXACT_FIT, Estimator.PRE_POST, copied, null);
        assertMissing(Reason.EXACT_FIT, Estimator.PRE_POST_CONTROL, copied, copied);
        assertMissing(Reason.EXACT_FIT, Estimator.ANCOVA, copied, copied);
    }

    private static void assertMissing(Reason reason, Estimator estimator, Moments intervention, Moments comparison) {
        Answers.assertMissing(
                reason, StandardisedMeanDifference.by(estimator, intervention, comparison, HIGHER_IS_BETTER));
    }

    /** Two cohorts' scores with their moments. */
    private record Cohorts(double[][] scores, int treated, Moments intervention, Moments comparison) {

        static Cohorts random(Random random, int treated, int others) {
            double[][] scores = new double[treated + others][];
            for (int i = 0; i < scores.length; i++) {
                double x = 100 + 15 * random.nextGaussian();
                double gain = (i < treated ? 6 : 1) + 9 * random.nextGaussian();
                scores[i] = new double[] {x, 30 + 0.7 * x + gain};
            }
            return of(scores, treated);
        }

        static Cohorts of(double[][] scores, int treated) {
            MomentsAccumulator intervention = new MomentsAccumulator();
            MomentsAccumulator comparison = new MomentsAccumulator();
            for (int i = 0; i < scores.length; i++) {
                (i < treated ? intervention : comparison).add(scores[i][0], scores[i][1]);
            }
            return new Cohorts(scores, treated, intervention.moments(), comparison.moments());
        }

        Cohorts scaled(double factor, double shift) {
            double[][] scaled = new double[scores.length][];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = new double[] {factor * scores[i][0] + shift, factor * scores[i][1] + shift};
            }
            return of(scaled, treated);
        }

        int size() {
            return scores.length;
        }

        Estimate<Effect> estimate(Estimator estimator) {
            return StandardisedMeanDifference.by(estimator, intervention, comparison, HIGHER_IS_BETTER);
        }
    }

    /** Least squares of y on arm and x, by the normal equations of the raw scores. */
    private record Regression(double coefficient, double se) {

        static Regression of(Cohorts cohorts) {
            double[][] a = new double[3][7];
            for (int i = 0; i < cohorts.size(); i++) {
                double[] row = {1, i < cohorts.treated ? 1 : 0, cohorts.scores[i][0] - 100};
                for (int p = 0; p < 3; p++) {
                    for (int q = 0; q < 3; q++) {
                        a[p][q] += row[p] * row[q];
                    }
                    a[p][3] += row[p] * cohorts.scores[i][1];
                    a[p][4 + p] = 1;
                }
            }
            for (int p = 0; p < 3; p++) {
                double pivot = a[p][p];
                for (int c = 0; c < 7; c++) {
                    a[p][c] /= pivot;
                }
                for (int q = 0; q < 3; q++) {
                    double factor = a[q][p];
                    for (int c = 0; c < 7 && q != p; c++) {
                        a[q][c] -= factor * a[p][c];
                    }
                }
            }
            double squares = 0;
            for (int i = 0; i < cohorts.size(); i++) {
                double fitted = a[0][3] + (i < cohorts.treated ? a[1][3] : 0) + a[2][3] * (cohorts.scores[i][0] - 100);
                squares += Math.pow(cohorts.scores[i][1] - fitted, 2);
            }
            return new Regression(a[1][3], Math.sqrt(squares / (cohorts.size() - 3) * a[1][5]));
        }
    }
}
