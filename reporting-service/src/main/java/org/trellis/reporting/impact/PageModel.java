package org.trellis.reporting.impact;

import java.util.List;
import org.trellis.reporting.chart.Chart;
import org.trellis.reporting.chart.ChartKind;

/** An answer in the words, figures and pictures of its page. */
public record PageModel(
        String title,
        String alliance,
        boolean invented,
        List<String> questions,
        String measure,
        String between,
        String headline,
        String detail,
        Chart plot,
        Chart beforeAndAfter,
        Chart trend,
        Chart flow,
        boolean comparison,
        String people,
        List<SchoolLine> lines,
        List<GroupLine> subgroups,
        List<GroupLine> differences,
        String superiority,
        List<Fact> restsOn,
        List<Explained> caveats,
        String whyNotPooled) {

    public record Fact(String name, String value) {}

    /** Columns of the table beside the school's name. */
    public int columns() {
        return comparison ? 8 : 5;
    }

    public static PageModel of(ImpactView view) {
        var people = people(view);
        return new PageModel(
                view.project().title(),
                view.project().alliance().name(),
                view.project().invented(),
                view.project().researchQuestions(),
                view.measure() == null ? "No measure yet" : view.measure().name(),
                between(view),
                Headline.sentence(view),
                Headline.detail(view),
                chart(view, ChartKind.FOREST),
                chart(view, ChartKind.BEFORE_AND_AFTER),
                chart(view, ChartKind.TREND),
                chart(view, ChartKind.FLOW),
                view.schools().stream().anyMatch(s -> s.comparison() != null),
                Words.label(people),
                SchoolLine.of(view),
                view.subgroups().stream().map(s -> GroupLine.of(s, people)).toList(),
                view.differences().stream().map(GroupLine::of).toList(),
                Words.superiority(view.superiority()),
                Rests.on(view, people),
                view.caveats(),
                view.pooledReason() == null ? null : view.pooledReason().sentence());
    }

    private static Chart chart(ImpactView view, ChartKind kind) {
        return Charts.of(view, kind).orElse(null);
    }

    private static String people(ImpactView view) {
        return view.measure() == null
                ? "people"
                : switch (view.measure().about()) {
                    case "PUPIL" -> "pupils";
                    case "TEACHER" -> "teachers";
                    case null, default -> "people";
                };
    }

    private static String between(ImpactView view) {
        return view.from() == null || view.to() == null
                ? ""
                : Words.lower(view.from()) + " to " + Words.lower(view.to())
                        + (view.cycle() == null ? "" : ", cycle " + view.cycle().number())
                        + (view.subgroup().equals(Question.ALL) ? "" : ", " + Words.subgroup(view.subgroup()));
    }
}
