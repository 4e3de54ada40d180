package org.trellis.reporting.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Averages at the earlier point (open) and at the later one (filled), school by school, for the project's group and the
 * comparison.
 *
 * @param unit of the averages; may be empty
 */
public record BeforeAndAfter(List<School> schools, String unit) {
    private static final double LEFT = 232;
    private static final double RIGHT = 700;
    private static final double TOP = 64;
    private static final double ROW = 40;
    private static final int LONGEST_NAME = 30;

    /** @param comparison null where there is none */
    public record School(String name, Change project, Change comparison) {}

    public record Change(double before, double after) {}

    public BeforeAndAfter {
        schools = List.copyOf(schools);
    }

    public Chart chart() {
        var svg = new Svg();
        var axis = Axis.over(changes().flatMapToDouble(c -> DoubleStream.of(c.before(), c.after())), LEFT, RIGHT);
        double bottom = TOP + schools.size() * ROW - 12;
        frame(svg, axis, bottom);
        for (int i = 0; i < schools.size(); i++) {
            school(svg, axis, schools.get(i), TOP + i * ROW);
        }
        String title = "Averages before and after, by school";
        return new Chart(
                ChartKind.BEFORE_AND_AFTER,
                title,
                "Open circles are averages before, filled ones after. Lines that are longer to the right show larger gains"
                        + (compared() ? "; the comparison group is dashed and has squares" : "") + ".",
                svg.drawn(ChartKind.BEFORE_AND_AFTER.id(), title, description(), bottom + 46),
                columns(),
                rows());
    }

    private Stream<Change> changes() {
        return schools.stream()
                .flatMap(s -> Stream.of(Stream.ofNullable(s.project()), Stream.ofNullable(s.comparison())))
                .flatMap(c -> c);
    }

    private boolean compared() {
        return schools.stream().anyMatch(s -> s.comparison() != null);
    }

    private void frame(Svg svg, Axis axis, double bottom) {
        svg.dot(238, 16, 5, Palette.BLUE, true).text(250, 20.5, "start", false, Palette.INK, "Project");
        if (compared()) {
            svg.box("comparison", 319, 11, 10, 10, Palette.VERMILION, Palette.VERMILION)
                    .text(336, 20.5, "start", false, Palette.INK, "Comparison");
        }
        svg.text(0, 20.5, "start", true, Palette.INK, "School");
        axis.ticks().forEach(tick -> {
            svg.line(axis.at(tick), 34, axis.at(tick), bottom, Palette.LINE, 1, "");
            svg.text(axis.at(tick), bottom + 18, "middle", false, Palette.QUIET, Svg.tick(tick, axis.step()));
        });
        svg.line(LEFT, bottom, RIGHT, bottom, Palette.INK, 1, "");
        svg.text((LEFT + RIGHT) / 2, bottom + 38, "middle", false, Palette.QUIET, unit);
    }

    private static void school(Svg svg, Axis axis, School school, double y) {
        svg.text(0, y + 4.5, "start", false, Palette.INK, Svg.shortened(school.name(), LONGEST_NAME));
        if (school.project() != null) {
            double from = axis.at(school.project().before());
            double to = axis.at(school.project().after());
            double at = school.comparison() == null ? y : y - 7;
            svg.line(from, at, to, at, Palette.BLUE, 3, "");
            svg.dot(from, at, 5, Palette.BLUE, false).dot(to, at, 5, Palette.BLUE, true);
        }
        if (school.comparison() != null) {
            double from = axis.at(school.comparison().before());
            double to = axis.at(school.comparison().after());
            double at = school.project() == null ? y : y + 8;
            svg.line(from, at, to, at, Palette.VERMILION, 3, "5 3");
            svg.box("comparison", from - 4.5, at - 4.5, 9, 9, Palette.PAPER, Palette.VERMILION);
            svg.box("comparison", to - 4.5, at - 4.5, 9, 9, Palette.VERMILION, Palette.VERMILION);
        }
    }

    private String description() {
        return schools.stream()
                .map(s -> s.name() + ": "
                        + Stream.of(told("project", s.project()), told("comparison", s.comparison()))
                                .filter(told -> !told.isEmpty())
                                .collect(Collectors.joining("; "))
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private static String told(String group, Change change) {
        return change == null ? "" : group + " from " + average(change.before()) + " to " + average(change.after());
    }

    private List<String> columns() {
        var columns = new ArrayList<>(List.of("School", "Project before", "Project after"));
        if (compared()) {
            columns.addAll(List.of("Comparison before", "Comparison after"));
        }
        return columns;
    }

    private List<List<String>> rows() {
        return schools.stream()
                .map(s -> {
                    var row = new ArrayList<>(List.of(s.name()));
                    cells(row, s.project());
                    if (compared()) {
                        cells(row, s.comparison());
                    }
                    return List.copyOf(row);
                })
                .toList();
    }

    private static void cells(List<String> row, Change change) {
        row.add(change == null ? "–" : average(change.before()));
        row.add(change == null ? "–" : average(change.after()));
    }

    private static String average(double value) {
        return Svg.tick(value, 0.1);
    }
}
