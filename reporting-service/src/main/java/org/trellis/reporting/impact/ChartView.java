package org.trellis.reporting.impact;

import java.time.Instant;
import java.util.List;
import org.trellis.reporting.chart.Chart;
import org.trellis.reporting.chart.ChartKind;

/**
 * A picture and its figures.
 *
 * @param caption how to read it
 * @param href where it can be fetched without a token until {@code until}, as long as nothing in it changes
 * @param rows a cell for each column
 */
public record ChartView(
        ChartKind kind,
        String title,
        String caption,
        String href,
        Instant until,
        List<String> columns,
        List<List<String>> rows) {

    /** All that there is to draw. */
    public record All(List<ChartView> charts) {}

    static ChartView of(Chart chart, String href, Instant until) {
        return new ChartView(chart.kind(), chart.title(), chart.caption(), href, until, chart.columns(), chart.rows());
    }
}
