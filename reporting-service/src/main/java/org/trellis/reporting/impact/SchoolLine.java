package org.trellis.reporting.impact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the table of schools, as text. */
public record SchoolLine(
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
    private static final String NONE = "–";

    static List<SchoolLine> of(ImpactView view) {
        boolean weightsWithheld = view.pooled() == null
                ? Words.POOLED_WITHHELD.equals(view.pooledReason())
                : view.pooled().symbol() != null;
        return view.schools().stream().map(s -> of(s, weightsWithheld)).toList();
    }

    private static SchoolLine of(ImpactView.School s, boolean weightsWithheld) {
        if (s.withheld()) {
            return withheld(s);
        }
        var ours = s.intervention();
        var others = s.comparison();
        return new SchoolLine(
                s.organisation().name(),
                s.own(),
                false,
                ours == null ? NONE : Long.toString(ours.n()),
                ours == null ? NONE : number(ours.meanBefore()),
                ours == null ? NONE : number(ours.meanAfter()),
                ours == null ? NONE : change(ours.gain()),
                others == null ? NONE : Long.toString(others.n()),
                others == null ? NONE : change(others.gain()),
                s.effect() == null
                        ? NONE
                        : Numbers.interval(s.effect().g(), s.effect().ci()),
                s.weight() != null ? Numbers.percent(s.weight()) : weightsWithheld && s.effect() != null ? "c" : NONE,
                Stream.of(
                                s.reason() == null ? null : s.reason().sentence(),
                                threshold(s.threshold()),
                                Words.superiority(s.superiority()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
    }

    private static SchoolLine withheld(ImpactView.School s) {
        return new SchoolLine(
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

    private static String threshold(ImpactView.Threshold t) {
        if (t == null) {
            return null;
        }
        return t.withheld()
                ? "Numbers reaching " + Numbers.trimmed(t.value()) + " are not shown (c)."
                : t.before().reached() + " of " + t.before().n() + " reached " + Numbers.trimmed(t.value())
                        + " before, " + t.after().reached() + " of " + t.after().n() + " after.";
    }

    private static String number(Double value) {
        return value == null ? NONE : Numbers.oneDecimal(value);
    }

    private static String change(Double value) {
        return value == null ? NONE : Numbers.signedOneDecimal(value);
    }
}
