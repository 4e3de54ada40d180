package org.trellis.reporting.statistics;

/**
 * The moments of pairs of scores: x at the earlier point, y at the later one, in the measure's own units.
 *
 * <p>Two groups merge by the pairwise formulas of Chan, Golub and LeVeque (1983), "Algorithms for computing the sample
 * variance", The American Statistician 37(3): with d = mean(b) − mean(a) and n = n(a) + n(b), the merged mean is
 * mean(a) + d·n(b)/n, and M2 = M2(a) + M2(b) + d²·n(a)·n(b)/n; co-deviations likewise. Only the four operations and the
 * square root are used, which Java rounds alike everywhere, so the same groups merged in the same order give the same
 * bits. A different order may move the last bit: merge in the order of cell ids.
 *
 * @param n pairs, 0 or more
 * @param meanX mean of the earlier scores
 * @param meanY mean of the later scores
 * @param m2x sum of squared deviations of the earlier scores, 0 or more
 * @param m2y sum of squared deviations of the later scores, 0 or more
 * @param cxy sum of the products of deviations
 */
public record Moments(long n, double meanX, double meanY, double m2x, double m2y, double cxy) {

    public static final Moments EMPTY = new Moments(0, 0, 0, 0, 0, 0);

    private static final double ROUNDING = 1e-12;

    /** @throws IllegalArgumentException if n or a sum of squares is negative, or a figure is not finite */
    public Moments {
        if (n < 0 || m2x < 0 || m2y < 0) {
            throw new IllegalArgumentException("counts and sums of squares are never negative");
        }
        if (!Double.isFinite(meanX + meanY + m2x + m2y + cxy)) {
            throw new IllegalArgumentException("moments are finite, and so is their sum");
        }
    }

    /** The moments of one pair. */
    public static Moments ofPair(double x, double y) {
        return new Moments(1, x, y, 0, 0, 0);
    }

    /**
     * The moments behind published figures: M2 = (n − 1)·sd², Cxy = r·√(M2x·M2y).
     *
     * @param n pairs, at least 1
     * @param correlation between earlier and later scores, −1 to 1
     * @throws IllegalArgumentException if the figures are too large for a double, or n is negative
     */
    public static Moments fromSummary(long n, double meanX, double sdX, double meanY, double sdY, double correlation) {
        double m2x = (n - 1) * sdX * sdX;
        double m2y = (n - 1) * sdY * sdY;
        return new Moments(n, meanX, meanY, m2x, m2y, correlation * (n - 1) * sdX * sdY);
    }

    /** The moments behind published figures of a single point, taken as the later one. */
    public static Moments fromSummary(long n, double meanY, double sdY) {
        return fromSummary(n, 0, 0, meanY, sdY, 0);
    }

    /** Merges groups in the order given; nothing in, {@link #EMPTY} out. */
    public static Moments merged(Iterable<Moments> groups) {
        MomentsAccumulator sum = new MomentsAccumulator();
        groups.forEach(sum::add);
        return sum.moments();
    }

    /** Merges this group with another one. */
    public Moments plus(Moments other) {
        MomentsAccumulator sum = new MomentsAccumulator();
        sum.add(this);
        sum.add(other);
        return sum.moments();
    }

    /**
     * Standard deviation of the earlier scores, with n − 1.
     *
     * @throws IllegalStateException with fewer than two pairs
     */
    public double sdX() {
        return sd(m2x);
    }

    /**
     * Standard deviation of the later scores, with n − 1.
     *
     * @throws IllegalStateException with fewer than two pairs
     */
    public double sdY() {
        return sd(m2y);
    }

    /** Mean gain from the earlier to the later point, in the measure's units. */
    public double meanGain() {
        return meanY - meanX;
    }

    /**
     * Standard deviation of the gains: √((M2x + M2y − 2·Cxy)/(n − 1)). Where all gained the same, rounding leaves a
     * trace of the sums instead of nothing; below a part in 10¹² it is taken for nothing.
     *
     * @throws IllegalStateException with fewer than two pairs
     */
    public double sdGain() {
        double squares = m2x + m2y - 2 * cxy;
        return sd(squares > (m2x + m2y) * ROUNDING ? squares : 0);
    }

    /** Whether both points vary, so that {@link #correlation()} exists. */
    public boolean hasCorrelation() {
        return m2x > 0 && m2y > 0;
    }

    /**
     * Pearson's correlation of earlier and later scores, −1 to 1.
     *
     * @throws IllegalStateException if one of the points does not vary
     */
    public double correlation() {
        if (!hasCorrelation()) {
            throw new IllegalStateException("no correlation where scores do not vary");
        }
        return Math.clamp(cxy / (StrictMath.sqrt(m2x) * StrictMath.sqrt(m2y)), -1.0, 1.0);
    }

    private double sd(double squares) {
        if (n < 2) {
            throw new IllegalStateException("no standard deviation of fewer than two");
        }
        return StrictMath.sqrt(squares / (n - 1));
    }
}
