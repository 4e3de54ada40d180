package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.assertClose;
import static org.trellis.reporting.statistics.Direction.HIGHER_IS_BETTER;
import static org.trellis.reporting.statistics.Direction.LOWER_IS_BETTER;
import static org.trellis.reporting.statistics.effect.Answers.assertMissing;
import static org.trellis.reporting.statistics.effect.Answers.found;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MomentsAccumulator;

class BetweenSchoolsTest {
    /** NIST StRD, SiRstv: resistances by five instruments, certified sums of squares. */
    private static final double[][] SIRSTV = {
        {196.3052, 196.1240, 196.1890, 196.2569, 196.3403},
        {196.3042, 196.3825, 196.1669, 196.3257, 196.0422},
        {196.1303, 196.2005, 196.2889, 196.0343, 196.1811},
        {196.2795, 196.1748, 196.1494, 196.1485, 195.9885},
        {196.2119, 196.1051, 196.1850, 196.0052, 196.2090},
    };

    @Test
    void agreesOnVarianceWithNist() {
        List<Moments> instruments = new ArrayList<>();
        for (double[] values : SIRSTV) {
            instruments.add(scores(values));
        }
        AnalysisOfVariance analysis = AnalysisOfVariance.of(List.of(instruments));
        assertClose(5.11462616000000E-02, analysis.between(), "between");
        assertClose(2.16636560000000E-01, analysis.within(), "within");
        assertClose(1.18046237440255E+00, analysis.f(), "F");
        assertEquals(5, analysis.n0());
        assertClose(0.03483518677680969, analysis.intraclassCorrelation(), "intraclass correlation");
    }

    /** NIST StRD, SmLs04: nine treatments of 21 scores with seven leading digits that are the same. */
    @Test
    void keepsTheDigitsThatAreNotTheSame() {
        List<Moments> treatments = new ArrayList<>();
        int[] centres = {4, 3, 5, 3, 5, 3, 5, 3, 5};
        for (int centre : centres) {
            double[] values = new double[21];
            for (int i = 0; i < 21; i++) {
                int tenths = i == 0 ? centre : i % 2 == 1 ? centre - 1 : centre + 1;
                values[i] = Double.parseDouble("1000000." + tenths);
            }
            treatments.add(scores(values));
        }
        AnalysisOfVariance analysis = AnalysisOfVariance.of(List.of(treatments));
        double decimalsInBinary = 5e-9;
        assertClose(1.68, analysis.between(), decimalsInBinary, "between");
        assertClose(1.80, analysis.within(), decimalsInBinary, "within");
        assertClose(21, analysis.f(), decimalsInBinary, "F");
        assertClose(0.4878048780487805, analysis.intraclassCorrelation(), decimalsInBinary, "intraclass correlation");
    }

    @Test
    void isTheEffectOfPupilsWhereSchoolsAreAlike() {
        // The schools of an arm have the same mean, so that nothing lies between them.
        List<Moments> treated = List.of(scores(1, 3, 5), scores(2, 3, 4), scores(0, 3, 6));
        List<Moments> others = List.of(scores(0, 2, 4), scores(1, 2, 3), scores(1, 2, 3));
        BetweenSchools between = found(BetweenSchools.postSmd(treated, others, HIGHER_IS_BETTER));
        double sd = Math.sqrt((8 + 2 + 18 + 8 + 2 + 2) / 16.0);
        assertEquals(0, between.intraclassCorrelation());
        assertClose(1 / sd, between.effect().g(), "g");
        assertClose(2 / 9.0 + 1 / (sd * sd) / 32, between.effect().variance(), "variance");
        assertEquals(6, between.schools());
        assertEquals(3, between.meanSize());
    }

    /** Means and variances over many invented trials: what the formula promises is what happens. */
    @Test
    void isAsUncertainAsItSays() {
        for (boolean baseline : new boolean[] {false, true}) {
            Random random = new Random(18);
            int runs = 4_000;
            double[] g = new double[runs];
            double variance = 0;
            for (int run = 0; run < runs; run++) {
                List<Moments> treated = schools(random, 12, 20, 0.4);
                List<Moments> others = schools(random, 12, 20, 0);
                Effect effect = found(
                                baseline
                                        ? BetweenSchools.ancova(treated, others, HIGHER_IS_BETTER)
                                        : BetweenSchools.postSmd(treated, others, HIGHER_IS_BETTER))
                        .effect();
                g[run] = effect.g();
                variance += effect.variance() / runs;
            }
            double mean = Arrays.stream(g).average().orElseThrow();
            double observed = Arrays.stream(g).map(x -> (x - mean) * (x - mean)).sum() / (runs - 1);
            assertEquals(0.4, mean, 0.02, "mean of g");
            assertEquals(1, variance / observed, 0.06, "variance, baseline " + baseline);
        }
    }

    @Test
    void turnsItsSignAndForgetsTheOrderOfSchools() {
        Random random = new Random(19);
        List<Moments> treated = new ArrayList<>(schools(random, 5, 11, 0.4));
        List<Moments> others = schools(random, 7, 9, 0);
        Effect effect =
                found(BetweenSchools.ancova(treated, others, HIGHER_IS_BETTER)).effect();
        assertEquals(Estimator.ANCOVA, effect.estimator());
        assertEquals(1, effect.j());
        Effect swapped =
                found(BetweenSchools.ancova(others, treated, HIGHER_IS_BETTER)).effect();
        assertEquals(effect.g(), -swapped.g(), 1e-14);
        assertEquals(
                -effect.g(),
                found(BetweenSchools.ancova(treated, others, LOWER_IS_BETTER))
                        .effect()
                        .g());
        Collections.shuffle(treated, random);
        treated.add(Moments.EMPTY);
        Effect shuffled =
                found(BetweenSchools.ancova(treated, others, HIGHER_IS_BETTER)).effect();
        assertClose(effect.g(), shuffled.g(), 1e-12, "g");
        assertClose(effect.variance(), shuffled.variance(), 1e-12, "variance");
    }

    @Test
    void isFreeOfUnits() {
        Random random = new Random(22);
        for (int trial = 0; trial < 30; trial++) {
            List<Moments> treated = schools(random, 2 + random.nextInt(6), 8, 0.4);
            List<Moments> others = schools(random, 2 + random.nextInt(6), 11, 0);
            BetweenSchools plain = found(BetweenSchools.ancova(treated, others, HIGHER_IS_BETTER));
            BetweenSchools scaled = found(BetweenSchools.ancova(scaled(treated), scaled(others), HIGHER_IS_BETTER));
            assertClose(plain.effect().g(), scaled.effect().g(), 1e-9, "g");
            assertClose(plain.effect().variance(), scaled.effect().variance(), 1e-9, "variance");
            assertEquals(plain.intraclassCorrelation(), scaled.intraclassCorrelation(), 1e-9);
        }
    }

    private static List<Moments> scaled(List<Moments> schools) {
        return schools.stream()
                .map(m -> new Moments(
                        m.n(),
                        12.5 * m.meanX() - 700,
                        12.5 * m.meanY() - 700,
                        12.5 * 12.5 * m.m2x(),
                        12.5 * 12.5 * m.m2y(),
                        12.5 * 12.5 * m.cxy()))
                .toList();
    }

    @Test
    void isLessCertainThanPupilsAloneWouldMakeIt() {
        Random random = new Random(20);
        List<Moments> treated = schools(random, 30, 25, 0.3);
        List<Moments> others = schools(random, 30, 25, 0);
        BetweenSchools between = found(BetweenSchools.postSmd(treated, others, HIGHER_IS_BETTER));
        Effect naive = found(
                StandardisedMeanDifference.postSmd(Moments.merged(treated), Moments.merged(others), HIGHER_IS_BETTER));
        assertEquals(0.15, between.intraclassCorrelation(), 0.06);
        assertTrue(between.effect().variance() > 2 * naive.variance());
    }

    @Test
    void givesAReasonInsteadOfANumber() {
        Moments good = Moments.fromSummary(20, 30, 5, 33, 6, 0.6);
        Moments flat = Moments.fromSummary(20, 30, 0, 33, 0, 0);
        Moments copied = Moments.fromSummary(20, 30, 5, 30, 5, 1);
        List<Moments> two = List.of(good, good);
        List<Moments> one = List.of(good, Moments.EMPTY);
        List<Moments> single = List.of(Moments.ofPair(1, 2), Moments.ofPair(2, 5));
        assertMissing(Reason.NO_COMPARISON, BetweenSchools.postSmd(two, List.of(), HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW_SCHOOLS, BetweenSchools.postSmd(two, one, HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW_SCHOOLS, BetweenSchools.ancova(one, two, HIGHER_IS_BETTER));
        assertMissing(Reason.ONE_SCORE_PER_SCHOOL, BetweenSchools.postSmd(single, single, HIGHER_IS_BETTER));
        List<Moments> level = List.of(flat, flat);
        assertMissing(Reason.NO_SPREAD, BetweenSchools.postSmd(level, level, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_SPREAD, BetweenSchools.ancova(level, level, HIGHER_IS_BETTER));
        List<Moments> copies = List.of(copied, copied);
        assertMissing(Reason.EXACT_FIT, BetweenSchools.ancova(copies, copies, HIGHER_IS_BETTER));
    }

    private static List<Moments> schools(Random random, int schools, int pupils, double effect) {
        List<Moments> cells = new ArrayList<>();
        for (int school = 0; school < schools; school++) {
            double level = Math.sqrt(0.15) * random.nextGaussian();
            MomentsAccumulator sum = new MomentsAccumulator();
            for (int pupil = 0; pupil < pupils; pupil++) {
                double ability = Math.sqrt(0.5) * random.nextGaussian();
                double y = effect + level + ability + Math.sqrt(0.35) * random.nextGaussian();
                sum.add(ability, y);
            }
            cells.add(sum.moments());
        }
        return cells;
    }

    private static Moments scores(double... values) {
        MomentsAccumulator sum = new MomentsAccumulator();
        for (double value : values) {
            sum.add(0, value);
        }
        return sum.moments();
    }
}
