package org.trellis.reporting.chart;

import java.util.List;

/**
 * How many schools began, gave evidence, stayed to the end and left.
 *
 * @param joined all that began
 * @param withEvidence those of which evidence has been accepted
 * @param completed those that took part to the end
 * @param left those that left on the way
 */
public record SchoolFlow(int joined, int withEvidence, int completed, int left) {
    private static final double BOX = 150;
    private static final double HEIGHT = 64;

    public Chart chart() {
        var svg = new Svg();
        box(svg, 2, 20, "Began", joined, Palette.BLUE);
        box(svg, 285, 20, "Evidence accepted", withEvidence, Palette.BLUE);
        box(svg, 568, 20, "To the end", completed, Palette.GREEN);
        arrow(svg, 2 + BOX, 52, 285);
        arrow(svg, 285 + BOX, 52, 568);
        box(svg, 142, 130, "Left on the way", left, Palette.VERMILION);
        svg.line(75, 84, 75, 162, Palette.QUIET, 2, "4 3");
        arrow(svg, 75, 162, 142);
        String description = schools(joined) + " began. Of " + schools(withEvidence) + " evidence has been accepted. "
                + schools(completed) + " took part to the end, " + schools(left) + " left on the way.";
        return new Chart(
                ChartKind.FLOW,
                "How many schools took part",
                "Schools that are still taking part count as begun, not yet as having stayed to the end.",
                svg.drawn(ChartKind.FLOW.id(), "How many schools took part", description, 204),
                List.of("Schools", "How many"),
                List.of(
                        row("Began", joined),
                        row("Evidence accepted", withEvidence),
                        row("Took part to the end", completed),
                        row("Left on the way", left)));
    }

    private static void box(Svg svg, double x, double y, String label, int schools, Palette edge) {
        svg.box("step", x, y, BOX, HEIGHT, Palette.PAPER, edge);
        svg.text(x + BOX / 2, y + 27, "middle", true, Palette.INK, Integer.toString(schools));
        svg.text(x + BOX / 2, y + 48, "middle", false, Palette.INK, label);
    }

    private static void arrow(Svg svg, double from, double y, double to) {
        svg.line(from, y, to - 8, y, Palette.QUIET, 2, "");
        svg.shape("arrow", Palette.QUIET, to, y, to - 9, y - 5, to - 9, y + 5);
    }

    private static String schools(int schools) {
        return schools == 1 ? "1 school" : schools + " schools";
    }

    private static List<String> row(String label, int schools) {
        return List.of(label, Integer.toString(schools));
    }
}
