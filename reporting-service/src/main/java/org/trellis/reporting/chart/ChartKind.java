package org.trellis.reporting.chart;

import java.util.Locale;

/** What a project's results are drawn as. */
public enum ChartKind {
    /** Each school's effect with its interval, and the overall one. */
    FOREST,
    /** How many schools began, gave evidence, stayed and left. */
    FLOW,
    /** Each school's averages at the earlier and the later point. */
    BEFORE_AND_AFTER,
    /** The overall figure, cycle by cycle. */
    TREND;

    String id() {
        return "chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
