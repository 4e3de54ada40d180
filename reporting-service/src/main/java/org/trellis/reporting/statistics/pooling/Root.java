package org.trellis.reporting.statistics.pooling;

import java.util.function.DoubleFunction;

/** Where a function falls through 0, by Newton's steps kept within a bracket (Press and others, Numerical Recipes, 9.4). */
final class Root {
    /** A step so short that the next one would be shorter than the last bit: steps square their distance. */
    private static final double CLOSE = 1e-9;

    private static final int STEPS = 500;

    private Root() {}

    /** A function's value and slope. */
    record Point(double value, double slope) {}

    /**
     * The root between an end where the function is not below 0 and one where it is not above.
     *
     * @param start where to look first, within the bracket
     * @return to about 1e-15 of itself
     * @throws ArithmeticException if it is not found, as for figures at the edge of what a double holds
     */
    static double falling(DoubleFunction<Point> function, double notBelow, double notAbove, double start) {
        double low = notBelow;
        double high = notAbove;
        double at = start;
        double step = high - low;
        for (int i = 0; i < STEPS; i++) {
            Point point = function.apply(at);
            if (point.value() == 0) {
                return at;
            }
            if (point.value() > 0) {
                low = at;
            } else if (point.value() < 0) {
                high = at;
            } else {
                break;
            }
            double next = at - point.value() / point.slope();
            boolean newton = next > low && next < high && Math.abs(next - at) < 0.75 * step;
            if (!newton) {
                next = low + (high - low) / 2;
            }
            step = Math.abs(next - at);
            if (newton && step <= CLOSE * next || next == low || next == high) {
                return next;
            }
            at = next;
        }
        throw new ArithmeticException("no root found");
    }
}
