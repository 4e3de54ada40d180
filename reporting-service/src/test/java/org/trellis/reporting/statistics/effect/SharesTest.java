package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;
import static org.trellis.reporting.statistics.effect.Answers.assertMissing;
import static org.trellis.reporting.statistics.effect.Answers.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    private static final double AS_PRINTED = 5e-5;

    /** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.2, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.6, 0.1705, 0.8090",
        "10, 10, 0, 10, 1, 0.6075, 1.0",
        "5, 56, 0, 29, 0.0892857, -0.0381, 0.1926",
    })
    void agreesOnDifferentPeopleWithNewcombe(int a, int n, int b, int m, double value, double lower, double upper) {
        ShareDifference difference = found(ShareDifference.between(new Share(a, n), new Share(b, m), 0.95));
        assertEquals(value, difference.value(), 1e-7);
        assertEquals(lower, difference.ci().lower(), AS_PRINTED);
        assertEquals(upper, difference.ci().upper(), AS_PRINTED);
        assertNull(difference.p());
    }

    /**
     * Newcombe 1998, Statistics in Medicine 17, 2635-2650 (36, 12, 2, 0); complete response before and after therapy
     * (Cavo and others 2012) and airway hyper-responsiveness (Bentur and others 2009) as in Fagerland, Lydersen and
     * Laake, Statistical Analysis of Contingency Tables, chapter 8. They subtract the other way round.
     */
    @ParameterizedTest
    @CsvSource({
        "36, 12, 2, 0, -0.3404, -0.0569",
        "59, 6, 16, 80, 0.0046, 0.1186",
        "1, 1, 7, 12, 0.0256, 0.5069",
    })
    void agreesOnTheSamePeopleWithNewcombe(int both, int lost, int gained, int neither, double lower, double upper) {
        ShareDifference change = found(ShareDifference.change(new PairedShares(both, lost, gained, neither), 0.95));
        assertEquals((gained - lost) / (double) (both + lost + gained + neither), change.value(), 1e-15);
        assertEquals(lower, change.ci().lower(), AS_PRINTED);
        assertEquals(upper, change.ci().upper(), AS_PRINTED);
    }

    @Test
    void countsThoseWhoChangedExactly() {
        ShareDifference change = found(ShareDifference.change(new PairedShares(1, 1, 7, 12), 0.95));
        assertClose(18 / 256.0, change.p(), "McNemar's exact p");
        assertClose((8 - 36 / 21.0) / (21 * 21), change.variance(), "variance");
    }

    @Test
    void compares1Of16With16Of16() {
        ShareDifference change = found(ShareDifference.change(new PairedShares(1, 0, 15, 0), 0.95));
        assertEquals(0.9375, change.value());
        assertClose(2 / 32768.0, change.p(), "p");
        assertEquals(0.6438, change.ci().lower(), AS_PRINTED);
        assertEquals(0.9889, change.ci().upper(), AS_PRINTED);
    }

    @Test
    void addsUpPeople() {
        PairedShares sum = new PairedShares(1, 2, 3, 4).plus(new PairedShares(10, 20, 30, 40));
        assertEquals(new PairedShares(11, 22, 33, 44), sum);
        assertEquals(new Share(33, 110), sum.before());
        assertEquals(new Share(44, 110), sum.after());
    }

    @Test
    void turnsItsSignWhenGroupsAreSwapped() {
        for (int a = 0; a <= 7; a++) {
            for (int b = 0; b <= 11; b++) {
                ShareDifference one = found(ShareDifference.between(new Share(a, 7), new Share(b, 11), 0.9));
                ShareDifference other = found(ShareDifference.between(new Share(b, 11), new Share(a, 7), 0.9));
                assertEquals(one.value(), -other.value(), 1e-15);
                assertEquals(one.ci().lower(), -other.ci().upper(), 1e-14);
                PairedShares people = new PairedShares(3, a, b, 2);
                PairedShares backwards = new PairedShares(3, b, a, 2);
                assertEquals(
                        found(ShareDifference.change(people, 0.9)).ci().lower(),
                        -found(ShareDifference.change(backwards, 0.9)).ci().upper(),
                        1e-14);
            }
        }
    }

    @Test
    void staysWithinOneWhereEverybodyChanged() {
        ShareDifference change = found(ShareDifference.change(new PairedShares(0, 0, 16, 0), 0.95));
        assertEquals(1, change.value());
        assertEquals(0, change.variance());
        assertEquals(1, change.ci().upper(), 1e-15);
    }

    /** BCG trials 1 and 2 (Colditz and others 1994): the log odds ratios that metafor prints. */
    @ParameterizedTest
    @CsvSource({"4, 123, 11, 139, -0.9387, 0.3571", "6, 306, 29, 303, -1.6662, 0.2081"})
    void agreesOnOddsWithTheBcgTrials(int a, int n, int b, int m, double log, double variance) {
        OddsRatio odds = found(OddsRatio.between(new Share(a, n), new Share(b, m)));
        assertEquals(log, odds.log(), AS_PRINTED);
        assertEquals(variance, odds.variance(), AS_PRINTED);
        assertClose(Math.exp(odds.log()), odds.ratio(), "ratio");
        assertClose(
                odds.log() + 1.9599639845400543 * Math.sqrt(odds.variance()),
                odds.ci(0.95).upper(),
                "upper");
    }

    @Test
    void addsAHalfWhereACountIsNothing() {
        OddsRatio odds = found(OddsRatio.between(new Share(16, 16), new Share(1, 16)));
        assertClose(Math.log(16.5 * 15.5 / (0.5 * 1.5)), odds.log(), "log");
        assertClose(1 / 16.5 + 1 / 15.5 + 1 / 0.5 + 1 / 1.5, odds.variance(), "variance");
        OddsRatio change = found(OddsRatio.change(new PairedShares(1, 0, 15, 0)));
        assertClose(Math.log(31), change.log(), "log");
        assertClose(1 / 15.5 + 2, change.variance(), "variance");
        assertClose(
                Math.log(7),
                found(OddsRatio.change(new PairedShares(1, 1, 7, 12))).log(),
                "no half needed");
    }

    @Test
    void givesAReasonInsteadOfANumber() {
        Share nobody = new Share(0, 0);
        Share some = new Share(1, 3);
        PairedShares noPairs = new PairedShares(0, 0, 0, 0);
        assertMissing(Reason.NO_ANSWERS, ShareDifference.between(nobody, some, 0.95));
        assertMissing(Reason.NO_ANSWERS, ShareDifference.between(some, nobody, 0.95));
        assertMissing(Reason.NO_ANSWERS, ShareDifference.change(noPairs, 0.95));
        assertMissing(Reason.NO_ANSWERS, OddsRatio.between(some, nobody));
        assertMissing(Reason.NO_ANSWERS, OddsRatio.change(noPairs));
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThrows(IllegalArgumentException.class, () -> new Share(4, 3));
        assertThrows(IllegalArgumentException.class, () -> new Share(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> new PairedShares(1, -1, 2, 3));
    }
}
