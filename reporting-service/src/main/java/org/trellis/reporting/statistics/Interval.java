package org.trellis.reporting.statistics;

/**
 * A two-sided interval.
 *
 * @param level its confidence, between 0 and 1
 * @param lower its lower end, on the scale of what it surrounds
 * @param upper its upper end
 */
public record Interval(double level, double lower, double upper) {

    /** value ± margin. */
    public static Interval around(double value, double margin, double level) {
        return new Interval(level, value - margin, value + margin);
    }
}
