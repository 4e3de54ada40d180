package org.trellis.reporting.statistics.pooling;

/**
 * The τ² at which a likelihood's derivative is looked at, so that no summit is missed: a summit is about as wide as the
 * variances it comes from, and steps by √2 miss none that matters.
 */
final class Grid {
    private static final double STEP = StrictMath.sqrt(2);

    private Grid() {}

    /**
     * 0, and from a sixteenth of the least variance to beyond the top.
     *
     * @throws ArithmeticException if that is more than a double holds
     */
    static double[] of(double leastVariance, double top) {
        double bottom = leastVariance / 16;
        if (!(top < Double.MAX_VALUE) || bottom < Double.MIN_NORMAL) {
            throw new ArithmeticException("effects or variances too far apart");
        }
        double octaves = (StrictMath.log(top) - StrictMath.log(bottom)) / StrictMath.log(2);
        double[] grid = new double[(int) Math.ceil(2 * octaves) + 3];
        double at = bottom;
        for (int point = 1; point < grid.length; point++) {
            grid[point] = at;
            at *= STEP;
        }
        return grid;
    }
}
