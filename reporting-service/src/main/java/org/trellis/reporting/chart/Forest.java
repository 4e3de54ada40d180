package org.trellis.reporting.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A forest plot: a square for each school, the bigger the more it counts, on the line of its interval, and a diamond for
 * all of them. Whiskers that reach beyond the axis are cut off and end in an arrow.
 *
 * @param overall null where there is none to show
 * @param worse what it means to be left of no effect
 * @param better what it means to be right of it
 */
public record Forest(List<Effect> schools, Effect overall, String worse, String better) {
    private static final double LEFT = 232;
    private static final double RIGHT = 540;
    private static final double TOP = 44;
    private static final double ROW = 34;
    private static final double LONGEST_AXIS = 2;
    private static final double LEAST_AXIS = 0.1;
    private static final int LONGEST_NAME = 30;

    /**
     * @param figures the same as text
     * @param share of the weight, 0 to 1
     */
    public record Effect(String name, String figures, double value, double lower, double upper, double share) {}

    public Forest {
        schools = List.copyOf(schools);
    }

    public Chart chart() {
        var axis = axis();
        var svg = new Svg();
        double bottom = TOP + schools.size() * ROW + (overall == null ? 0 : ROW);
        frame(svg, axis, bottom);
        for (int i = 0; i < schools.size(); i++) {
            school(svg, axis, schools.get(i), TOP + i * ROW);
        }
        if (overall != null) {
            overall(svg, axis, TOP + schools.size() * ROW + 8);
        }
        var all = Stream.concat(schools.stream(), Stream.ofNullable(overall)).toList();
        String title = title();
        String description = "A forest plot, in standard deviations, with 95% intervals. Right of the dashed line: "
                + better + ". "
                + all.stream().map(e -> e.name() + ": " + e.figures() + ".").collect(Collectors.joining(" "));
        return new Chart(
                ChartKind.FOREST,
                title,
                caption(),
                svg.drawn(ChartKind.FOREST.id(), title, description, bottom + 58),
                List.of("School", "Effect (95% interval)"),
                all.stream().map(e -> List.of(e.name(), e.figures())).toList());
    }

    private String title() {
        if (schools.isEmpty()) {
            return "Effect of the project";
        }
        return overall == null ? "Effect in each school" : "Effect in each school and overall";
    }

    private String caption() {
        String each = schools.isEmpty()
                ? ""
                : "Each square is one school; the bigger it is, the more it counts. The line through it shows the range within"
                        + " which the true effect plausibly lies. ";
        String all = overall == null
                ? ""
                : "The diamond is all schools together; its width is the range within which the overall effect plausibly lies. ";
        return each + all + "Figures are in standard deviations.";
    }

    /** Zero is always on it, and every effect; very wide intervals do not make all others too small to read. */
    private Axis axis() {
        var ends = Stream.concat(schools.stream(), Stream.ofNullable(overall))
                .flatMapToDouble(e -> DoubleStream.of(within(e.lower()), e.value(), within(e.upper())));
        return Axis.over(DoubleStream.concat(ends, DoubleStream.of(-LEAST_AXIS, LEAST_AXIS)), LEFT, RIGHT);
    }

    private static double within(double end) {
        return Math.clamp(end, -LONGEST_AXIS, LONGEST_AXIS);
    }

    private void frame(Svg svg, Axis axis, double bottom) {
        svg.text(0, 18, "start", true, Palette.INK, "School");
        svg.text(Svg.WIDTH, 18, "end", true, Palette.INK, "Effect (95% interval)");
        axis.ticks().forEach(tick -> {
            svg.line(axis.at(tick), 26, axis.at(tick), bottom, Palette.LINE, 1, "");
            svg.text(axis.at(tick), bottom + 18, "middle", false, Palette.QUIET, Svg.tick(tick, axis.step()));
        });
        svg.line(axis.at(0), 26, axis.at(0), bottom, Palette.INK, 1, "4 3");
        svg.line(LEFT, bottom, RIGHT, bottom, Palette.INK, 1, "");
        svg.text(axis.at(0) - 10, bottom + 42, "end", false, Palette.QUIET, "◀ " + worse);
        svg.text(axis.at(0) + 10, bottom + 42, "start", false, Palette.QUIET, better + " ▶");
    }

    private static void school(Svg svg, Axis axis, Effect effect, double y) {
        double side = Math.clamp(18 * Math.sqrt(effect.share()), 3, 10);
        double x = axis.at(effect.value());
        svg.text(0, y + 4.5, "start", false, Palette.INK, Svg.shortened(effect.name(), LONGEST_NAME));
        svg.line(axis.at(effect.lower()), y, axis.at(effect.upper()), y, Palette.BLUE, 2, "");
        if (effect.lower() < axis.least()) {
            svg.shape("arrow", Palette.BLUE, LEFT, y, LEFT + 8, y - 5, LEFT + 8, y + 5);
        }
        if (effect.upper() > axis.most()) {
            svg.shape("arrow", Palette.BLUE, RIGHT, y, RIGHT - 8, y - 5, RIGHT - 8, y + 5);
        }
        svg.box("school", x - side, y - side, 2 * side, 2 * side, Palette.BLUE, Palette.BLUE);
        svg.text(Svg.WIDTH, y + 4.5, "end", false, Palette.INK, effect.figures());
    }

    private void overall(Svg svg, Axis axis, double y) {
        svg.text(0, y + 4.5, "start", true, Palette.INK, overall.name());
        svg.shape(
                "overall",
                Palette.VERMILION,
                axis.at(overall.lower()),
                y,
                axis.at(overall.value()),
                y - 10,
                axis.at(overall.upper()),
                y,
                axis.at(overall.value()),
                y + 10);
        svg.text(Svg.WIDTH, y + 4.5, "end", true, Palette.INK, overall.figures());
    }
}
