package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trellis.reporting.disclosure.Withholding;

/** Every subgroup with evidence in a row of its own; pupil premium always, since every school is asked about it. */
final class SubgroupRows {
    private static final String PUPIL_PREMIUM = "PUPIL_PREMIUM";

    private SubgroupRows() {}

    static List<ImpactView.Subgroup> of(Population population, Evidence evidence, Figures figures) {
        var names = evidence.subgroups().stream()
                .filter(s -> !s.equals(Question.ALL))
                .sorted(Comparator.comparing(Evidence::dimension)
                        .thenComparing(s -> s.endsWith("=UNKNOWN"))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        var rows = new ArrayList<ImpactView.Subgroup>();
        if (names.stream().noneMatch(s -> Evidence.dimension(s).equals(PUPIL_PREMIUM))) {
            rows.add(ImpactView.Subgroup.without(PUPIL_PREMIUM, "YES", Words.NO_EVIDENCE));
        }
        names.forEach(name -> rows.add(row(new GroupFigures(name, population, evidence, figures))));
        return List.copyOf(rows);
    }

    private static ImpactView.Subgroup row(GroupFigures group) {
        boolean totals = group.showsTotals();
        var gain = group.gain();
        var pooled = group.pooled();
        boolean withheld = pooled.withheld() || gain == null && !group.schools().isEmpty() && !totals;
        return new ImpactView.Subgroup(
                Evidence.dimension(group.subgroup()),
                group.subgroup().replaceAll("[^&=]*=", ""),
                group.subgroup(),
                totals ? group.schools().size() : null,
                group.people(),
                pooled.pooled(),
                gain,
                withheld ? Words.SMALL_NUMBERS : pooled.reason(),
                withheld,
                withheld ? Withholding.SYMBOL : null);
    }
}
