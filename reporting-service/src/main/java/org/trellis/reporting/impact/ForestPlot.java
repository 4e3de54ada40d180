package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.trellis.reporting.statistics.Interval;

/**
 * A forest plot's geometry: where each school's square and whiskers, the diamond and the ticks stand. Whiskers that
 * reach beyond the axis are cut off and end in an arrow.
 */
public record ForestPlot(double height, double bottom, List<Row> rows, Diamond diamond, List<Tick> ticks, double zero) {
    private static final double LEFT = 232;
    private static final double RIGHT = 540;
    private static final double TOP = 44;
    private static final double ROW = 34;
    private static final double LONGEST_AXIS = 2;
    private static final double BELOW_MIDDLE = 4.5;
    private static final int LONGEST_NAME = 30;

    /** @param side half the side of the square, whose area is the school's weight */
    public record Row(
            String name,
            String figures,
            double y,
            double x,
            double side,
            double from,
            double to,
            boolean cutLeft,
            boolean cutRight) {
        public double left() {
            return x - side;
        }

        public double top() {
            return y - side;
        }

        public double width() {
            return 2 * side;
        }

        public double baseline() {
            return y + BELOW_MIDDLE;
        }
    }

    public record Diamond(String label, String figures, double y, String points) {
        public double baseline() {
            return y + BELOW_MIDDLE;
        }
    }

    public record Tick(double x, String label) {}

    public double beforeZero() {
        return zero - 10;
    }

    public double afterZero() {
        return zero + 10;
    }

    public double axisLabel() {
        return bottom + 18;
    }

    public double axisTitle() {
        return bottom + 42;
    }

    /** @return null where no school has an effect that may be shown */
    static ForestPlot of(ImpactView view) {
        var shown = view.schools().stream().filter(s -> s.effect() != null).toList();
        if (shown.isEmpty()) {
            return null;
        }
        var axis = Axis.over(view);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < shown.size(); i++) {
            rows.add(row(shown.get(i), TOP + i * ROW, axis, shown.size()));
        }
        double y = TOP + shown.size() * ROW + 8;
        var pooled = view.pooled();
        var diamond = pooled == null ? null : diamond(pooled, y, axis);
        double bottom = pooled == null ? y - 8 : y + ROW - 8;
        return new ForestPlot(bottom + 62, bottom, rows, diamond, axis.ticks(), axis.x(0));
    }

    private static Row row(ImpactView.School school, double y, Axis axis, int schools) {
        var effect = school.effect();
        double share = school.weight() == null ? 1.0 / schools : school.weight() / 100;
        return new Row(
                shortened(school.organisation().name()),
                figures(effect.g(), effect.ci()),
                y,
                axis.x(effect.g()),
                Math.clamp(18 * Math.sqrt(share), 3, 10),
                axis.x(effect.ci().lower()),
                axis.x(effect.ci().upper()),
                effect.ci().lower() < axis.least(),
                effect.ci().upper() > axis.most());
    }

    private static Diamond diamond(ImpactView.Pooled pooled, double y, Axis axis) {
        var points = "%s,%s %s,%s %s,%s %s,%s"
                .formatted(
                        Numbers.plain(axis.x(pooled.ci().lower())), Numbers.plain(y),
                        Numbers.plain(axis.x(pooled.estimate())), Numbers.plain(y - 10),
                        Numbers.plain(axis.x(pooled.ci().upper())), Numbers.plain(y),
                        Numbers.plain(axis.x(pooled.estimate())), Numbers.plain(y + 10));
        return new Diamond(
                pooled.k() == 1 ? "Overall (one school)" : "Overall (" + pooled.k() + " schools)",
                figures(pooled.estimate(), pooled.ci()),
                y,
                points);
    }

    private static String figures(double g, Interval ci) {
        return Numbers.signed(g) + " (" + Numbers.signed(ci.lower()) + " to " + Numbers.signed(ci.upper()) + ")";
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** @param step between ticks */
    private record Axis(double least, double most, double step) {
        /** Wide enough for every interval, zero included, unless that would make the rest too small to read. */
        static Axis over(ImpactView view) {
            var ends = DoubleStream.concat(
                            view.schools().stream()
                                    .filter(s -> s.effect() != null)
                                    .flatMapToDouble(s -> DoubleStream.of(
                                            s.effect().ci().lower(),
                                            s.effect().ci().upper())),
                            view.pooled() == null
                                    ? DoubleStream.empty()
                                    : DoubleStream.of(
                                            view.pooled().ci().lower(),
                                            view.pooled().ci().upper()))
                    .map(end -> Math.clamp(end, -LONGEST_AXIS, LONGEST_AXIS))
                    .summaryStatistics();
            double least = Math.min(ends.getMin(), -0.1);
            double most = Math.max(ends.getMax(), 0.1);
            double step = most - least > 2 ? 0.5 : most - least > 0.8 ? 0.2 : 0.1;
            return new Axis(Math.floor(least / step) * step, Math.ceil(most / step) * step, step);
        }

        double x(double value) {
            double place = (Math.clamp(value, least, most) - least) / (most - least);
            return Math.round(10 * (LEFT + place * (RIGHT - LEFT))) / 10.0;
        }

        List<Tick> ticks() {
            var ticks = new ArrayList<Tick>();
            for (long i = Math.round(least / step); i <= Math.round(most / step); i++) {
                ticks.add(new Tick(x(i * step), Numbers.tick(i * step)));
            }
            return ticks;
        }
    }
}
