package org.trellis.reporting.statistics;

/**
 * Sums up {@link Moments}, pair by pair or group by group.
 *
 * <p>Means are held as distances from the first mean seen. Scores near ten million with a spread of a tenth would
 * otherwise lose half their digits in the running mean; distances between neighbours are exact.
 */
public final class MomentsAccumulator {
    private long n;
    private double originX;
    private double originY;
    private double meanX;
    private double meanY;
    private double m2x;
    private double m2y;
    private double cxy;

    /** Adds one pair of scores: x at the earlier point, y at the later one. */
    public void add(double x, double y) {
        add(1, x, y, 0, 0, 0);
    }

    /** Adds a group; an empty one changes nothing. */
    public void add(Moments group) {
        if (group.n() > 0) {
            add(group.n(), group.meanX(), group.meanY(), group.m2x(), group.m2y(), group.cxy());
        }
    }

    /**
     * What has been added so far.
     *
     * @throws IllegalArgumentException if a sum no longer fits a double, or a score was not finite
     */
    public Moments moments() {
        return n == 0 ? Moments.EMPTY : new Moments(n, originX + meanX, originY + meanY, m2x, m2y, cxy);
    }

    private void add(long count, double x, double y, double squaresX, double squaresY, double products) {
        if (n == 0) {
            originX = x;
            originY = y;
        }
        double total = (double) n + count;
        double dx = (x - originX) - meanX;
        double dy = (y - originY) - meanY;
        double share = count / total;
        double both = n * share;
        meanX += dx * share;
        meanY += dy * share;
        m2x += squaresX + dx * dx * both;
        m2y += squaresY + dy * dy * both;
        cxy += products + dx * dy * both;
        n += count;
    }
}
