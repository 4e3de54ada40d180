package org.trellis.reporting.chart;

import java.util.List;

/**
 * A picture, and the same in figures for who cannot see it or wants to reckon with them.
 *
 * @param caption how to read it, in a sentence or two
 * @param svg complete in itself
 * @param columns of the table
 * @param rows a cell for each column
 */
public record Chart(
        ChartKind kind, String title, String caption, String svg, List<String> columns, List<List<String>> rows) {
    public Chart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The picture for a page that has several of its kind, told apart by a name. */
    public String svg(String name) {
        return svg.replace('"' + kind.id() + '-', '"' + kind.id() + '-' + name + '-')
                .replace(' ' + kind.id() + '-', ' ' + kind.id() + '-' + name + '-');
    }
}
