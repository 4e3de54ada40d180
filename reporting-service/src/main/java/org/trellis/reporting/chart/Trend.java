package org.trellis.reporting.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The overall figure with its interval, cycle by cycle.
 *
 * @param unit of the figure
 */
public record Trend(List<Point> cycles, String unit) {
    private static final double LEFT = 60;
    private static final double RIGHT = 690;
    private static final double TOP = 30;
    private static final double BOTTOM = 240;
    private static final int LONGEST_NAME = 22;

    /** @param figures the same as text */
    public record Point(String cycle, String figures, double value, double lower, double upper) {}

    public Trend {
        cycles = List.copyOf(cycles);
    }

    public Chart chart() {
        var svg = new Svg();
        var axis = Axis.over(
                DoubleStream.concat(
                        DoubleStream.of(0),
                        cycles.stream().flatMapToDouble(c -> DoubleStream.of(c.lower(), c.upper()))),
                BOTTOM,
                TOP);
        frame(svg, axis);
        for (int i = 0; i < cycles.size(); i++) {
            if (i > 0) {
                svg.line(
                        x(i - 1),
                        axis.at(cycles.get(i - 1).value()),
                        x(i),
                        axis.at(cycles.get(i).value()),
                        Palette.BLUE,
                        2,
                        "");
            }
        }
        for (int i = 0; i < cycles.size(); i++) {
            point(svg, axis, cycles.get(i), x(i));
        }
        String title = "Overall result, cycle by cycle";
        return new Chart(
                ChartKind.TREND,
                title,
                "Each dot is the overall result of one cycle, its line the range within which the true one plausibly lies."
                        + " Schools may differ from cycle to cycle.",
                svg.drawn(ChartKind.TREND.id(), title, description(), BOTTOM + 50),
                List.of("Cycle", "Result (95% interval)"),
                cycles.stream().map(c -> List.of(c.cycle(), c.figures())).toList());
    }

    private double x(int cycle) {
        double between = (RIGHT - LEFT) / cycles.size();
        return LEFT + between * (cycle + 0.5);
    }

    private void frame(Svg svg, Axis axis) {
        svg.text(0, 14, "start", false, Palette.QUIET, unit);
        axis.ticks().forEach(tick -> {
            svg.line(LEFT, axis.at(tick), RIGHT, axis.at(tick), Palette.LINE, 1, "");
            svg.text(LEFT - 10, axis.at(tick) + 4.5, "end", false, Palette.QUIET, Svg.tick(tick, axis.step()));
        });
        svg.line(LEFT, axis.at(0), RIGHT, axis.at(0), Palette.INK, 1, "4 3");
    }

    private static void point(Svg svg, Axis axis, Point cycle, double x) {
        svg.line(x, axis.at(cycle.lower()), x, axis.at(cycle.upper()), Palette.BLUE, 2, "");
        svg.dot(x, axis.at(cycle.value()), 6, Palette.BLUE, true);
        svg.text(x, BOTTOM + 22, "middle", true, Palette.INK, Svg.shortened(cycle.cycle(), LONGEST_NAME));
        svg.text(x, BOTTOM + 42, "middle", false, Palette.INK, cycle.figures());
    }

    private String description() {
        return cycles.stream().map(c -> c.cycle() + ": " + c.figures() + ".").collect(Collectors.joining(" "));
    }
}
