package org.trellis.reporting.chart;

import java.util.Locale;

/** Writes a picture that needs nothing but itself: every mark carries its own colour, and names are text, not markup. */
final class Svg {
    static final double WIDTH = 720;
    private static final String FONT = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
    private static final char MINUS = '\u2212';

    private final StringBuilder marks = new StringBuilder();

    /** @param id tells this chart's title from another's on the same page */
    String drawn(String id, String title, String description, double height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 " + number(height)
                + "\" width=\"720\" height=\""
                + number(height) + "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id
                + "-desc\" font-family=\"" + FONT + "\" font-size=\"13\">\n<title id=\"" + id + "-title\">"
                + text(title)
                + "</title>\n<desc id=\"" + id + "-desc\">" + text(description) + "</desc>\n" + marks + "</svg>";
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, String anchor, boolean strong, Palette colour, String words) {
        marks.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s fill=\"%s\">%s</text>%n"
                .formatted(
                        number(x),
                        number(y),
                        anchor,
                        strong ? " font-weight=\"700\"" : "",
                        colour.code(),
                        text(words)));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, Palette colour, double width, String dashes) {
        marks.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>%n"
                .formatted(
                        number(x1),
                        number(y1),
                        number(x2),
                        number(y2),
                        colour.code(),
                        number(width),
                        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
        return this;
    }

    Svg box(String kind, double x, double y, double width, double height, Palette fill, Palette edge) {
        marks.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"/>%n"
                .formatted(kind, number(x), number(y), number(width), number(height), fill.code(), edge.code()));
        return this;
    }

    /** A filled circle, or an open one. */
    Svg dot(double x, double y, double radius, Palette colour, boolean filled) {
        marks.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                .formatted(
                        number(x), number(y), number(radius), (filled ? colour : Palette.PAPER).code(), colour.code()));
        return this;
    }

    /** A filled shape through these points, x and y in turn. */
    Svg shape(String kind, Palette colour, double... points) {
        var list = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            list.append(number(points[i]))
                    .append(',')
                    .append(number(points[i + 1]))
                    .append(' ');
        }
        marks.append("<polygon class=\"%s\" points=\"%s\" fill=\"%s\"/>%n"
                .formatted(kind, list.toString().strip(), colour.code()));
        return this;
    }

    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    /** For coordinates. */
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** For people. */
    static String tick(double value, double step) {
        var text = String.format(Locale.ROOT, step >= 1 ? "%.0f" : step >= 0.1 ? "%.1f" : "%.2f", value);
        return text.matches("-?0(\\.0+)?") ? "0" : text.replace('-', MINUS);
    }

    static String shortened(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest - 1) + "…";
    }
}
