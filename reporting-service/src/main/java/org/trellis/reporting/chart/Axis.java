package org.trellis.reporting.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A stretch of values laid on a stretch of the picture, from a tick to a tick.
 *
 * @param step between ticks
 */
record Axis(double least, double most, double step, double from, double to) {
    private static final int FEWEST = 4;

    /** Wide enough for all of these. */
    static Axis over(DoubleStream values, double from, double to) {
        var ends = values.summaryStatistics();
        double width = Math.max(ends.getMax() - ends.getMin(), 0.2);
        double step = Math.pow(10, Math.floor(Math.log10(width / FEWEST)));
        for (double more : new double[] {5, 2}) {
            if (width / (step * more) >= FEWEST) {
                step *= more;
                break;
            }
        }
        double least = Math.floor(ends.getMin() / step) * step;
        double most = Math.ceil(ends.getMax() / step) * step;
        return new Axis(least, most > least ? most : least + step, step, from, to);
    }

    /** Where a value stands; one beyond the axis at its end. */
    double at(double value) {
        double share = (Math.clamp(value, least, most) - least) / (most - least);
        return from + share * (to - from);
    }

    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (long i = Math.round(least / step); i <= Math.round(most / step); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
