package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * How likely an answer of the second group (after, or the intervention) is to be above one of the first, ties counting
 * half: P(second &gt; first) + ½P(equal), the estimator SUPERIORITY. Answers are ordered categories, given as counts
 * from the lowest to the highest.
 *
 * @param probability 0 to 1; ½ where neither is better
 * @param se its standard error, more than 0
 * @param df degrees of freedom of its t
 */
public record Superiority(double probability, double se, double df) {

    /**
     * Different people, by placements (Brunner and Munzel 2000, "The nonparametric Behrens-Fisher problem", Biometrical
     * Journal 42(1)): with the placement of an answer the number of the other group's answers below it, ties half, and s²
     * the placements' variance in a group, SE² = s₁²/(n₁n₂²) + s₂²/(n₂n₁²) and Satterthwaite's degrees of freedom.
     *
     * @param first counts of the comparison, or before
     * @param second counts of the intervention, or after, for the same categories
     * @return missing with fewer than two answers in a group, or if the groups do not overlap
     * @throws IllegalArgumentException if the categories differ, or a count is negative
     */
    public static Estimate<Superiority> between(int[] first, int[] second, Direction direction) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("both groups answer on the same scale");
        }
        Spread ofFirst = Spread.of(first, below(second));
        Spread ofSecond = Spread.of(second, below(first));
        if (ofFirst.n < 2 || ofSecond.n < 2) {
            return Estimate.missing(Reason.TOO_FEW);
        }
        double one = ofFirst.variance / ofFirst.n / ofSecond.n / ofSecond.n;
        double two = ofSecond.variance / ofSecond.n / ofFirst.n / ofFirst.n;
        if (one + two == 0) {
            return Estimate.missing(Reason.NO_OVERLAP);
        }
        double df = (one + two) * (one + two) / (one * one / (ofFirst.n - 1) + two * two / (ofSecond.n - 1));
        return found(ofSecond.mean / ofFirst.n, one + two, df, direction);
    }

    /**
     * The same people before and after: still the probability for an answer after and one before of anybody, but with
     * the variance over people of F₁(after) − F₂(before), F the two points' distributions, ties half, and n − 1 degrees of
     * freedom (Munzel 1999, "Nonparametric methods for paired samples", Statistica Neerlandica 53(3)).
     *
     * @param people counts crossed: {@code people[i][j]} answered i before and j after
     * @return missing with fewer than two people, or if the difference above is the same for all
     * @throws IllegalArgumentException if the table is not square, or a count is negative
     */
    public static Estimate<Superiority> change(int[][] people, Direction direction) {
        int categories = people.length;
        int[] before = new int[categories];
        int[] after = new int[categories];
        int[] cells = new int[categories * categories];
        for (int i = 0; i < categories; i++) {
            if (people[i].length != categories) {
                throw new IllegalArgumentException("before and after are answered on the same scale");
            }
            for (int j = 0; j < categories; j++) {
                before[i] += people[i][j];
                after[j] += people[i][j];
                cells[i * categories + j] = people[i][j];
            }
        }
        double[] belowBefore = below(before);
        double[] belowAfter = below(after);
        double[] apart = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            apart[cell] = belowBefore[cell % categories] - belowAfter[cell / categories];
        }
        Spread spread = Spread.of(cells, apart);
        if (spread.n < 2) {
            return Estimate.missing(Reason.TOO_FEW);
        }
        if (spread.variance == 0) {
            return Estimate.missing(Reason.NO_OVERLAP);
        }
        double n = spread.n;
        return found((1 + spread.mean / n) / 2, spread.variance / n / n / n, n - 1, direction);
    }

    /** Cliff's δ = 2P − 1, from −1 to 1 (Cliff 1993, Psychological Bulletin 114(3)). */
    public double cliffsDelta() {
        return 2 * probability - 1;
    }

    /**
     * Interval of the probability by Student's t, cut off at 0 and 1.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval ci(double level) {
        double margin = Distributions.studentMargin(df, level) * se;
        return new Interval(level, Math.max(0, probability - margin), Math.min(1, probability + margin));
    }

    /** Two-sided p of neither group being better. */
    public double p() {
        return Distributions.studentTwoSided((probability - 0.5) / se, df);
    }

    private static Estimate<Superiority> found(double probability, double variance, double df, Direction direction) {
        double better = 0.5 + direction.better(probability - 0.5);
        return Estimate.found(new Superiority(better, StrictMath.sqrt(variance), df));
    }

    /** For each category how many answers are below it, with half of those in it: exact, so equal ones stay equal. */
    private static double[] below(int[] counts) {
        double[] below = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("counts are never negative");
            }
            below[i] = sum + counts[i] / 2.0;
            sum += counts[i];
        }
        return below;
    }

    /** Mean and variance of values that occur so many times. */
    private record Spread(double n, double mean, double variance) {

        static Spread of(int[] counts, double[] values) {
            double n = 0;
            double sum = 0;
            for (int i = 0; i < counts.length; i++) {
                n += counts[i];
                sum += counts[i] * values[i];
            }
            double mean = n == 0 ? 0 : sum / n;
            double squares = 0;
            for (int i = 0; i < counts.length; i++) {
                squares += counts[i] * (values[i] - mean) * (values[i] - mean);
            }
            return new Spread(n, mean, n < 2 ? 0 : squares / (n - 1));
        }
    }
}
