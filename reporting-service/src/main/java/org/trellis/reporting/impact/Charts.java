package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellis.reporting.chart.BeforeAndAfter;
import org.trellis.reporting.chart.Chart;
import org.trellis.reporting.chart.ChartKind;
import org.trellis.reporting.chart.Forest;
import org.trellis.reporting.chart.SchoolFlow;
import org.trellis.reporting.chart.Trend;
import org.trellis.reporting.statistics.Interval;

/** An answer as pictures: drawn of the answer alone, so that nothing is in them that the reader may not see. */
final class Charts {
    private final ImpactView view;

    private Charts(ImpactView view) {
        this.view = view;
    }

    /** @return empty where there is nothing to draw */
    static Optional<Chart> of(ImpactView view, ChartKind kind) {
        var charts = new Charts(view);
        return switch (kind) {
            case FOREST -> charts.forest();
            case FLOW -> charts.flow();
            case BEFORE_AND_AFTER -> charts.beforeAndAfter();
            case TREND -> charts.trend();
        };
    }

    private Optional<Chart> forest() {
        var shown = view.schools().stream().filter(s -> s.effect() != null).toList();
        var overall = overall();
        if (shown.isEmpty() && overall == null) {
            return Optional.empty();
        }
        var schools = shown.stream()
                .map(s -> new Forest.Effect(
                        s.organisation().name(),
                        Numbers.interval(s.effect().g(), s.effect().ci()),
                        s.effect().g(),
                        s.effect().ci().lower(),
                        s.effect().ci().upper(),
                        s.weight() == null ? 1.0 / shown.size() : s.weight() / 100))
                .toList();
        boolean compared = overall != null || view.schools().stream().anyMatch(s -> s.comparison() != null);
        return Optional.of(new Forest(
                        schools,
                        overall,
                        compared ? "comparison did better" : "got worse",
                        compared ? "project did better" : "improved")
                .chart());
    }

    private Forest.Effect overall() {
        if (view.pooled() != null) {
            var p = view.pooled();
            return overall(
                    p.k() == 1 ? "Overall (one school)" : "Overall (" + p.k() + " schools)", p.estimate(), p.ci());
        }
        if (view.between() != null) {
            var b = view.between();
            return overall(
                    "Overall (" + b.schools() + " schools)",
                    b.effect().g(),
                    b.effect().ci());
        }
        return null;
    }

    private static Forest.Effect overall(String name, double value, Interval ci) {
        return new Forest.Effect(name, Numbers.interval(value, ci), value, ci.lower(), ci.upper(), 1);
    }

    private Optional<Chart> flow() {
        var f = view.flow();
        return f == null || f.joined() == 0
                ? Optional.empty()
                : Optional.of(new SchoolFlow(f.joined(), f.withEvidence(), f.completed(), f.left()).chart());
    }

    private Optional<Chart> beforeAndAfter() {
        var schools = new ArrayList<BeforeAndAfter.School>();
        for (var s : view.schools()) {
            var project = change(s.intervention());
            var comparison = change(s.comparison());
            if (project != null || comparison != null) {
                schools.add(new BeforeAndAfter.School(s.organisation().name(), project, comparison));
            }
        }
        var unit = view.measure() == null ? null : view.measure().unit();
        return schools.isEmpty()
                ? Optional.empty()
                : Optional.of(new BeforeAndAfter(schools, unit == null ? "" : unit).chart());
    }

    private static BeforeAndAfter.Change change(ImpactView.Group group) {
        return group == null || group.meanBefore() == null
                ? null
                : new BeforeAndAfter.Change(group.meanBefore(), group.meanAfter());
    }

    /** Of effects where any cycle has one, otherwise of gains; one cycle makes no trend. */
    private Optional<Chart> trend() {
        boolean effects = view.trend().stream().anyMatch(t -> t.estimate() != null);
        var points = view.trend().stream()
                .map(t -> effects ? effect(t) : gain(t))
                .flatMap(Optional::stream)
                .toList();
        var unit = effects || view.measure() == null ? "Effect in standard deviations" : "Gain in " + unit();
        return points.size() < 2 ? Optional.empty() : Optional.of(new Trend(points, unit).chart());
    }

    private String unit() {
        return view.measure().unit() == null
                ? "the measure's units"
                : Words.lower(view.measure().unit());
    }

    private static Optional<Trend.Point> effect(ImpactView.Trend t) {
        return t.estimate() == null
                ? Optional.empty()
                : Optional.of(new Trend.Point(
                        cycle(t),
                        Numbers.interval(t.estimate(), t.ci()),
                        t.estimate(),
                        t.ci().lower(),
                        t.ci().upper()));
    }

    private static Optional<Trend.Point> gain(ImpactView.Trend t) {
        return t.gain() == null
                ? Optional.empty()
                : Optional.of(new Trend.Point(
                        cycle(t),
                        Numbers.signedOneDecimal(t.gain().value()) + " ("
                                + Numbers.signedOneDecimal(t.gain().ci().lower()) + " to "
                                + Numbers.signedOneDecimal(t.gain().ci().upper()) + ")",
                        t.gain().value(),
                        t.gain().ci().lower(),
                        t.gain().ci().upper()));
    }

    private static String cycle(ImpactView.Trend t) {
        return t.cycle().name() == null
                ? "Cycle " + t.cycle().number()
                : t.cycle().name();
    }

    static List<Chart> all(ImpactView view) {
        var charts = new ArrayList<Chart>();
        for (ChartKind kind : ChartKind.values()) {
            of(view, kind).ifPresent(charts::add);
        }
        return charts;
    }
}
