package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.assertClose;
import static org.trellis.reporting.statistics.Direction.HIGHER_IS_BETTER;
import static org.trellis.reporting.statistics.Direction.LOWER_IS_BETTER;
import static org.trellis.reporting.statistics.effect.Answers.assertMissing;
import static org.trellis.reporting.statistics.effect.Answers.found;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuperiorityTest {
    /** Pain after surgery with two treatments, scores 1 to 5 (Brunner and Munzel 2000; Neubert and Brunner 2007). */
    private static final int[] FIRST = {11, 2, 0, 1, 0};

    private static final int[] SECOND = {3, 1, 4, 2, 1};
    private static final int[] PAIR = {2, 2};

    @Test
    void agreesWithBrunnerAndMunzel() {
        Superiority superiority = found(Superiority.between(FIRST, SECOND, HIGHER_IS_BETTER));
        assertClose(0.788961, superiority.probability(), 1e-6, "P");
        assertClose(3.1374674823029505, (superiority.probability() - 0.5) / superiority.se(), "t");
        assertClose(17.682841979481548, superiority.df(), "df");
        assertClose(0.005786208666151469, superiority.p(), "p");
        assertClose(0.5952169, superiority.ci(0.95).lower(), 1e-6, "lower");
        assertClose(0.9827052, superiority.ci(0.95).upper(), 1e-6, "upper");
    }

    @Test
    void countsEveryPairOfAnswers() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            int[] first = random.ints(5, 0, 9).toArray();
            int[] second = random.ints(5, 1, 9).toArray();
            first[trial % 5] += 2;
            double above = 0;
            double pairs = 0;
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    above += first[i] * second[j] * (j > i ? 1 : j == i ? 0.5 : 0);
                    pairs += first[i] * second[j];
                }
            }
            Superiority superiority = found(Superiority.between(first, second, HIGHER_IS_BETTER));
            assertClose(above / pairs, superiority.probability(), 1e-12, "P");
            assertClose(2 * above / pairs - 1, superiority.cliffsDelta(), 1e-10, "Cliff's delta");
            Superiority swapped = found(Superiority.between(second, first, HIGHER_IS_BETTER));
            assertClose(1 - above / pairs, swapped.probability(), 1e-12, "the other way round");
            assertClose(superiority.se(), swapped.se(), 1e-12, "se");
            Superiority lower = found(Superiority.between(first, second, LOWER_IS_BETTER));
            assertClose(1 - above / pairs, lower.probability(), 1e-12, "where lower is better");
        }
    }

    @Test
    void letsPairsSharpenTheInterval() {
        int[][] steady = {{6, 4, 0, 0}, {0, 7, 4, 0}, {0, 0, 5, 4}, {0, 0, 0, 3}};
        Superiority paired = found(Superiority.change(steady, HIGHER_IS_BETTER));
        int[] before = {10, 11, 9, 3};
        int[] after = {6, 11, 9, 7};
        Superiority unpaired = found(Superiority.between(before, after, HIGHER_IS_BETTER));
        assertClose(unpaired.probability(), paired.probability(), 1e-12, "the same probability");
        assertTrue(paired.se() < unpaired.se() / 2, "people who move together leave less to chance");
        assertEquals(32, paired.df());
    }

    @Test
    void surroundsTheTruthOfPairsAsOftenAsItSays() {
        // After = before + 0 or 1 steps, answers of 30 people; the truth by counting a very large sample.
        Random random = new Random(8);
        double truth = found(Superiority.change(answers(random, 2_000_000), HIGHER_IS_BETTER))
                .probability();
        int within = 0;
        int runs = 4_000;
        for (int run = 0; run < runs; run++) {
            var interval = found(Superiority.change(answers(random, 30), HIGHER_IS_BETTER))
                    .ci(0.9);
            within += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
        }
        assertEquals(0.9, within / (double) runs, 0.02);
    }

    @Test
    void cutsTheIntervalOffAtItsEnds() {
        Superiority superiority =
                found(Superiority.between(new int[] {5, 1, 0}, new int[] {0, 1, 5}, HIGHER_IS_BETTER));
        assertEquals(1, superiority.ci(0.99).upper());
        Superiority other = found(Superiority.between(new int[] {5, 1, 0}, new int[] {0, 1, 5}, LOWER_IS_BETTER));
        assertEquals(0, other.ci(0.99).lower());
    }

    @Test
    void givesAReasonInsteadOfANumber() {
        assertMissing(Reason.TOO_FEW, Superiority.between(new int[] {1, 0}, PAIR, HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW, Superiority.between(PAIR, new int[] {0, 0}, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_OVERLAP, Superiority.between(new int[] {3, 0}, new int[] {0, 4}, HIGHER_IS_BETTER));
        assertMissing(Reason.NO_OVERLAP, Superiority.change(new int[][] {{0, 7}, {0, 0}}, HIGHER_IS_BETTER));
        assertMissing(Reason.TOO_FEW, Superiority.change(new int[][] {{1, 0}, {0, 0}}, HIGHER_IS_BETTER));
    }

    @Test
    void refusesWhatIsNoScale() {
        assertThrows(IllegalArgumentException.class, () -> Superiority.between(FIRST, PAIR, HIGHER_IS_BETTER));
        assertThrows(
                IllegalArgumentException.class, () -> Superiority.between(new int[] {-1, 4}, PAIR, HIGHER_IS_BETTER));
        assertThrows(
                IllegalArgumentException.class, () -> Superiority.change(new int[][] {{1, 2}, {3}}, HIGHER_IS_BETTER));
    }

    private static int[][] answers(Random random, int people) {
        int[][] crossed = new int[5][5];
        for (int i = 0; i < people; i++) {
            int before = random.nextInt(4);
            crossed[before][before + (random.nextDouble() < 0.3 ? 1 : 0)]++;
        }
        return crossed;
    }
}
