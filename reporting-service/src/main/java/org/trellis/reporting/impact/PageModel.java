package org.trellis.reporting.impact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.reporting.statistics.MonthsOfProgress;

/** An answer in the words and figures of its page. */
public record PageModel(
        String title,
        String alliance,
        boolean invented,
        List<String> questions,
        String measure,
        String between,
        String headline,
        String detail,
        ForestPlot plot,
        boolean comparison,
        String people,
        List<Line> lines,
        List<GroupLine> subgroups,
        List<Fact> restsOn,
        List<Explained> caveats,
        String whyNotPooled) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    /** A row of the table of schools, as text. */
    public record Line(
            String school,
            boolean own,
            boolean withheld,
            String pupils,
            String before,
            String after,
            String gain,
            String comparisonPupils,
            String comparisonGain,
            String effect,
            String weight,
            String note) {
        static Line withheld(ImpactView.School s) {
            return new Line(
                    s.organisation().name(),
                    false,
                    true,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    s.reason().sentence());
        }
    }

    public record GroupLine(String group, String people, String gain, String effect, String note) {}

    public record Fact(String name, String value) {}

    /** Whether any school has something to be said beside its figures. */
    public boolean notes() {
        return lines.stream().anyMatch(line -> !line.withheld() && !line.note().isEmpty());
    }

    /** Columns of the table beside the school's name. */
    public int columns() {
        return (comparison ? 8 : 5) + (notes() ? 1 : 0);
    }

    static PageModel of(ImpactView view) {
        var people = people(view);
        return new PageModel(
                view.project().title(),
                view.project().alliance().name(),
                view.project().invented(),
                view.project().researchQuestions(),
                view.measure() == null ? "No measure yet" : view.measure().name(),
                between(view),
                headline(view),
                detail(view),
                ForestPlot.of(view),
                view.schools().stream().anyMatch(s -> s.comparison() != null),
                label(people),
                view.schools().stream().map(s -> line(s, weightsWithheld(view))).toList(),
                view.subgroups().stream().map(s -> group(s, people)).toList(),
                restsOn(view, people),
                view.caveats(),
                view.pooledReason() == null ? null : view.pooledReason().sentence());
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
                : point(view.from()) + " to " + point(view.to())
                        + (view.cycle() == null ? "" : ", cycle " + view.cycle().number());
    }

    private static String point(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The answer in one sentence. */
    private static String headline(ImpactView view) {
        if (view.pooled() != null) {
            var months = view.pooled().months();
            return months == null
                    ? "Overall effect " + Numbers.signed(view.pooled().estimate()) + " standard deviations"
                    : months(months) + " overall";
        }
        if (view.threshold() != null && !view.threshold().withheld()) {
            var t = view.threshold();
            return t.before().reached() + " of " + t.before().n() + " before, "
                    + t.after().reached() + " of " + t.after().n() + " after";
        }
        if (view.gain() != null) {
            return "Average gain " + gain(view.gain().value(), view.gain().unit());
        }
        return view.pooledReason() == null
                ? "No result yet"
                : view.pooledReason().sentence();
    }

    private static String detail(ImpactView view) {
        var parts = new ArrayList<String>();
        if (view.pooled() != null) {
            var p = view.pooled();
            parts.add("Effect " + Numbers.signed(p.estimate()) + " standard deviations, 95% interval "
                    + Numbers.signed(p.ci().lower()) + " to " + Numbers.signed(p.ci().upper()) + ".");
        } else if (view.threshold() != null && !view.threshold().withheld()) {
            parts.add("Number who reach " + trimmed(view.threshold().value()) + " or more"
                    + (view.threshold().p() == null
                            ? "."
                            : "; exact McNemar test, "
                                    + Numbers.p(view.threshold().p()) + "."));
        } else if (view.gain() != null) {
            var g = view.gain();
            parts.add("95% interval " + Numbers.signedOneDecimal(g.ci().lower()) + " to "
                    + Numbers.signedOneDecimal(g.ci().upper()) + ".");
            if (g.perMonth() != null) {
                parts.add("That is " + Numbers.oneDecimal(g.perMonth().value()) + " months of reading age for each of "
                        + trimmed(g.monthsTaught()) + " months taught.");
            }
        }
        return String.join(" ", parts);
    }

    private static Line line(ImpactView.School s, boolean weightsWithheld) {
        if (s.withheld()) {
            return Line.withheld(s);
        }
        return new Line(
                s.organisation().name(),
                s.own(),
                false,
                s.intervention() == null ? "–" : Long.toString(s.intervention().n()),
                s.intervention() == null ? "–" : number(s.intervention().meanBefore()),
                s.intervention() == null ? "–" : number(s.intervention().meanAfter()),
                s.intervention() == null ? "–" : change(s.intervention().gain()),
                s.comparison() == null ? "–" : Long.toString(s.comparison().n()),
                s.comparison() == null ? "–" : change(s.comparison().gain()),
                s.effect() == null
                        ? "–"
                        : Numbers.signed(s.effect().g()) + " ("
                                + Numbers.signed(s.effect().ci().lower()) + " to "
                                + Numbers.signed(s.effect().ci().upper()) + ")",
                s.weight() != null ? Numbers.percent(s.weight()) : weightsWithheld && s.effect() != null ? "c" : "–",
                Stream.of(s.reason() == null ? null : s.reason().sentence(), threshold(s.threshold()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
    }

    private static boolean weightsWithheld(ImpactView view) {
        return view.pooled() == null
                ? Words.POOLED_WITHHELD.equals(view.pooledReason())
                : view.pooled().symbol() != null;
    }

    private static String threshold(ImpactView.Threshold t) {
        if (t == null) {
            return null;
        }
        return t.withheld()
                ? "Numbers reaching " + trimmed(t.value()) + " are not shown (c)."
                : t.before().reached() + " of " + t.before().n() + " reached " + trimmed(t.value()) + " before, "
                        + t.after().reached() + " of " + t.after().n() + " after.";
    }

    private static GroupLine group(ImpactView.Subgroup s, String people) {
        var name = dimension(s.dimension()) + ": " + label(s.value()).toLowerCase(Locale.UK);
        if (s.withheld()) {
            return new GroupLine(name, "c", "c", "c", s.reason().sentence());
        }
        return new GroupLine(
                name,
                s.pupils() == null ? "c" : s.pupils() + " " + people,
                s.gain() == null ? "–" : gain(s.gain().value(), s.gain().unit()),
                s.pooled() == null
                        ? "–"
                        : Numbers.signed(s.pooled().estimate()) + " ("
                                + Numbers.signed(s.pooled().ci().lower()) + " to "
                                + Numbers.signed(s.pooled().ci().upper()) + ")",
                s.reason() == null ? "" : s.reason().sentence());
    }

    private static List<Fact> restsOn(ImpactView view, String people) {
        var r = view.restsOn();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Schools with evidence", Integer.toString(r.schools())));
        facts.add(new Fact(
                "Number of " + people, r.people() == null ? "not shown (c)" : r.people() + ", both groups together"));
        facts.add(new Fact(
                "Accepted submissions", Integer.toString(r.submissions().size())));
        facts.add(new Fact(
                "Schools included",
                view.population() == Population.STARTERS ? "all that began" : "those that took part to the end"));
        facts.add(new Fact(
                "Planned or exploratory",
                r.analysis().equals("PLANNED") ? "planned" : "exploratory: not laid down beforehand"));
        if (view.pooled() != null) {
            facts.add(new Fact("How schools were put together", view.pooled().method()));
        }
        view.schools().stream()
                .filter(s -> s.effect() != null)
                .findFirst()
                .ifPresent(
                        s -> facts.add(new Fact("Effect of a school", s.effect().method())));
        facts.add(new Fact("Method version", r.methodVersion()));
        facts.add(new Fact("Newest evidence included", moment(r.freshness().evidence())));
        return facts;
    }

    private static String moment(Instant at) {
        return at == null ? "none yet" : MOMENT.format(at);
    }

    private static String months(MonthsOfProgress months) {
        int n = months.value();
        var size = Math.abs(n) == 1 ? "1 month" : Math.abs(n) + " months";
        return n == 0
                ? "No additional months of progress"
                : size
                        + (n > 0 ? " of additional progress" : " less progress")
                        + (months.flag() == null ? "" : " or more");
    }

    private static String gain(double value, String unit) {
        return Numbers.signedOneDecimal(value) + (unit == null ? "" : " " + unit.toLowerCase(Locale.UK));
    }

    private static String number(Double value) {
        return value == null ? "–" : Numbers.oneDecimal(value);
    }

    private static String change(Double value) {
        return value == null ? "–" : Numbers.signedOneDecimal(value);
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Numbers.oneDecimal(value);
    }

    private static String dimension(String code) {
        return switch (code) {
            case "EAL" -> "English as an additional language";
            case "SEN" -> "Special educational needs";
            default -> label(code);
        };
    }

    private static String label(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
