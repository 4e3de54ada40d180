package org.trellis.reporting.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trellis.reporting.impact.PageModel.Fact;

/** What a result rests on, as names and values. */
final class Rests {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private Rests() {}

    static List<Fact> on(ImpactView view, String people) {
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
        if (view.plan() != null) {
            facts.add(new Fact("Analysis plan", plan(view.plan())));
        }
        methods(view, facts);
        facts.add(new Fact("Method version", r.methodVersion()));
        facts.add(new Fact("Newest evidence included", moment(r.freshness().evidence())));
        return facts;
    }

    private static void methods(ImpactView view, List<Fact> facts) {
        if (view.pooled() != null) {
            facts.add(new Fact("How schools were put together", view.pooled().method()));
        }
        if (view.between() != null) {
            facts.add(new Fact(
                    "How schools were put together", view.between().effect().method()));
        }
        view.schools().stream()
                .filter(s -> s.effect() != null)
                .findFirst()
                .ifPresent(
                        s -> facts.add(new Fact("Effect of a school", s.effect().method())));
    }

    private static String plan(ImpactView.Plan plan) {
        return "registered on " + day(plan.registeredOn())
                + (plan.frozenOn() == null ? ", not frozen yet" : ", frozen on " + day(plan.frozenOn()))
                + (plan.deviations().isEmpty()
                        ? ""
                        : ", departed from "
                                + (plan.deviations().size() == 1
                                        ? "once"
                                        : plan.deviations().size() + " times"));
    }

    private static String day(LocalDate day) {
        return day == null ? "an unknown day" : DAY.format(day);
    }

    private static String moment(Instant at) {
        return at == null ? "none yet" : MOMENT.format(at);
    }
}
