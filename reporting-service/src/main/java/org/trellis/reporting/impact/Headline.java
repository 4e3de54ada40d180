package org.trellis.reporting.impact;

import java.util.ArrayList;
import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.MonthsOfProgress;

/** The answer in one sentence, and a second one that says how sure it is. */
final class Headline {
    private Headline() {}

    static String sentence(ImpactView view) {
        if (view.pooled() != null) {
            return effect(view.pooled().estimate(), view.pooled().months());
        }
        if (view.between() != null) {
            return effect(view.between().effect().g(), view.between().effect().months());
        }
        if (view.threshold() != null && !view.threshold().withheld()) {
            var t = view.threshold();
            return t.before().reached() + " of " + t.before().n() + " before, "
                    + t.after().reached() + " of " + t.after().n() + " after";
        }
        if (view.gain() != null) {
            return "Average gain " + Words.gain(view.gain());
        }
        return view.pooledReason() == null
                ? "No result yet"
                : view.pooledReason().sentence();
    }

    static String detail(ImpactView view) {
        if (view.pooled() != null) {
            return interval(view.pooled().estimate(), view.pooled().ci());
        }
        if (view.between() != null) {
            return interval(view.between().effect().g(), view.between().effect().ci());
        }
        if (view.threshold() != null && !view.threshold().withheld()) {
            var t = view.threshold();
            return "Number who reach " + Numbers.trimmed(t.value()) + " or more"
                    + (t.p() == null ? "." : "; exact McNemar test, " + Numbers.p(t.p()) + ".");
        }
        return view.gain() == null ? "" : gain(view.gain());
    }

    private static String gain(ImpactView.Gain g) {
        var parts = new ArrayList<String>();
        parts.add("95% interval " + Numbers.signedOneDecimal(g.ci().lower()) + " to "
                + Numbers.signedOneDecimal(g.ci().upper()) + ".");
        if (g.perMonth() != null) {
            parts.add("That is " + Numbers.oneDecimal(g.perMonth().value()) + " months of reading age for each of "
                    + Numbers.trimmed(g.monthsTaught()) + " months taught.");
        }
        return String.join(" ", parts);
    }

    private static String effect(double estimate, MonthsOfProgress months) {
        return months == null
                ? "Overall effect " + Numbers.signed(estimate) + " standard deviations"
                : months(months) + " overall";
    }

    private static String interval(double estimate, Interval ci) {
        return "Effect " + Numbers.signed(estimate) + " standard deviations, 95% interval " + Numbers.signed(ci.lower())
                + " to " + Numbers.signed(ci.upper()) + ".";
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
}
