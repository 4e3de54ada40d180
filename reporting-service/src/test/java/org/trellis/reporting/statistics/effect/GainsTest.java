package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;
import static org.trellis.reporting.statistics.Direction.HIGHER_IS_BETTER;
import static org.trellis.reporting.statistics.Direction.LOWER_IS_BETTER;
import static org.trellis.reporting.statistics.effect.Answers.assertMissing;
import static org.trellis.reporting.statistics.effect.Answers.found;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MomentsAccumulator;

class GainsTest {
    /** Hours of sleep gained by ten patients with two drugs (Student 1908, Biometrika 6). */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void agreesWithStudentOnTheSamePeople() {
        MeanGain gain = found(Gains.mean(pairs(FIRST, SECOND), HIGHER_IS_BETTER));
        assertClose(1.58, gain.value(), "mean");
        assertEquals(9, gain.df());
        assertClose(0.7001142, gain.ci(0.95).lower(), 1e-6, "lower, as printed by R");
        assertClose(2.4598858, gain.ci(0.95).upper(), 1e-7, "upper, as printed by R");
        assertClose(0.002833, gain.p(), 1e-3, "p, as printed by R");
    }

    @Test
    void agreesWithWelchOnDifferentPeople() {
        MeanGain gain = found(Gains.difference(gained(SECOND), gained(FIRST), HIGHER_IS_BETTER));
        assertClose(1.58, gain.value(), "difference");
        assertClose(17.776, gain.df(), 1e-4, "df, as printed by R");
        assertClose(-0.2054832, gain.ci(0.95).lower(), 1e-6, "lower, as printed by R");
        assertClose(3.3654832, gain.ci(0.95).upper(), 1e-7, "upper, as printed by R");
        assertClose(0.07939, gain.p(), 1e-3, "p, as printed by R");
    }

    @Test
    void agreesOnTheVarianceOfAMeanChange() {
        // metafor's example of a mean change: means 26 and 22, variances 30 and 20, n = 60, r = 0.7
        Moments cell = Moments.fromSummary(60, 22, Math.sqrt(20), 26, Math.sqrt(30), 0.7);
        MeanGain gain = found(Gains.mean(cell, HIGHER_IS_BETTER));
        assertClose(4, gain.value(), "mean");
        assertClose(0.2617857266839251, gain.se() * gain.se(), "variance");
    }

    @Test
    void spreadsAGainOverTheMonthsTaught() {
        Moments cell = Moments.fromSummary(30, 100, 12, 127, 15, 0.6);
        MeanGain whole = found(Gains.mean(cell, HIGHER_IS_BETTER));
        MeanGain rate = found(Gains.perMonth(cell, 7, HIGHER_IS_BETTER));
        assertClose(27 / 7.0, rate.value(), "months a month");
        assertClose(whole.se() / 7, rate.se(), "se");
        assertClose(whole.ci(0.9).upper() / 7, rate.ci(0.9).upper(), "upper");
        assertThrows(IllegalArgumentException.class, () -> Gains.perMonth(cell, 0, HIGHER_IS_BETTER));
    }

    @Test
    void turnsItsSignWhereLowerIsBetterAndWhenArmsAreSwapped() {
        Moments first = gained(FIRST);
        Moments second = gained(SECOND);
        MeanGain gain = found(Gains.difference(second, first, HIGHER_IS_BETTER));
        assertEquals(
                -gain.value(),
                found(Gains.difference(second, first, LOWER_IS_BETTER)).value());
        assertEquals(
                -gain.value(),
                found(Gains.difference(first, second, HIGHER_IS_BETTER)).value());
        assertEquals(
                -1.58, found(Gains.mean(pairs(FIRST, SECOND), LOWER_IS_BETTER)).value(), 1e-14);
    }

    @Test
    void givesAReasonInsteadOfANumber() {
        Moments good = gained(FIRST);
        Moments equal = pairs(FIRST, Arrays.stream(FIRST).map(x -> x + 2).toArray());
        Moments alone = Moments.ofPair(1, 2);
        assertMissing(Reason.NO_COMPARISON, Gains.difference(good, null, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_COMPARISON, Gains.difference(good, Moments.EMPTY, HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW, Gains.difference(good, alone, HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW, Gains.mean(alone, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_SPREAD, Gains.mean(equal, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_SPREAD, Gains.difference(equal, equal, HIGHER_IS_BETTER));
        assertMissing(Reason.OUT_OF_RANGE, Gains.perMonth(good, 1e-320, HIGHER_IS_BETTER));
    }

    private static Moments gained(double[] gains) {
        return pairs(new double[gains.length], gains);
    }

    private static Moments pairs(double[] x, double[] y) {
        MomentsAccumulator sum = new MomentsAccumulator();
        for (int i = 0; i < x.length; i++) {
            sum.add(x[i], y[i]);
        }
        return sum.moments();
    }
}
