package org.trellis.reporting.impact;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the table of subgroups, or of their differences, as text. */
public record GroupLine(String group, String people, String gain, String effect, String note) {
    private static final String NONE = "–";
    private static final String HIDDEN = "c";

    static GroupLine of(ImpactView.Subgroup s, String people) {
        var name = Words.subgroup(s.subgroup());
        if (s.withheld()) {
            return new GroupLine(name, HIDDEN, HIDDEN, HIDDEN, s.reason().sentence());
        }
        return new GroupLine(
                name,
                s.pupils() == null ? s.schools() == null ? HIDDEN : NONE : s.pupils() + " " + people,
                s.gain() == null ? NONE : Words.gain(s.gain()),
                s.pooled() == null
                        ? NONE
                        : Numbers.interval(s.pooled().estimate(), s.pooled().ci()),
                note(s.reason(), s.analysis()));
    }

    static GroupLine of(ImpactView.Difference d) {
        var name = Words.dimension(d.dimension()) + ": " + Words.value(d.value()) + " compared with "
                + Words.value(d.than());
        if (d.withheld()) {
            return new GroupLine(name, HIDDEN, HIDDEN, HIDDEN, d.reason().sentence());
        }
        return new GroupLine(
                name,
                d.schools() == null ? NONE : d.schools() == 1 ? "1 school" : d.schools() + " schools",
                d.gain() == null ? NONE : Words.gain(d.gain()),
                d.difference() == null ? NONE : Numbers.interval(d.difference(), d.ci()),
                note(d.reason(), d.analysis()));
    }

    private static String note(Explained reason, String analysis) {
        return Stream.of(reason == null ? null : reason.sentence(), analysis.equals("PLANNED") ? null : "Exploratory.")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
