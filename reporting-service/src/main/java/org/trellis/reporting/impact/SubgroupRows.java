package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.trellis.reporting.disclosure.Withholding;

/**
 * Every subgroup with evidence in a row of its own, planned ones first; pupil premium always, since every school is asked
 * about it.
 */
final class SubgroupRows {
    private static final String PUPIL_PREMIUM = "PUPIL_PREMIUM";

    private SubgroupRows() {}

    /** @param planned whether a subgroup's result was laid down beforehand */
    static List<ImpactView.Subgroup> of(
            Population population, Evidence evidence, Figures figures, Predicate<String> planned) {
        var names = inOrder(evidence);
        var rows = new ArrayList<ImpactView.Subgroup>();
        if (names.stream().noneMatch(s -> Evidence.dimension(s).equals(PUPIL_PREMIUM))) {
            String analysis = AnalysisPlan.analysis(planned.test(PUPIL_PREMIUM + "=YES"));
            rows.add(ImpactView.Subgroup.without(PUPIL_PREMIUM, "YES", Words.NO_EVIDENCE, analysis));
        }
        names.forEach(name -> rows.add(row(new GroupFigures(name, population, evidence, figures), planned.test(name))));
        rows.sort(Comparator.comparing(ImpactView.Subgroup::analysis).reversed());
        return List.copyOf(rows);
    }

    static List<String> inOrder(Evidence evidence) {
        return evidence.subgroups().stream()
                .filter(s -> !s.equals(Question.ALL))
                .sorted(Comparator.comparing(Evidence::dimension)
                        .thenComparing(s -> s.endsWith("=UNKNOWN"))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    static String value(String subgroup) {
        return subgroup.replaceAll("[^&=]*=", "");
    }

    private static ImpactView.Subgroup row(GroupFigures group, boolean planned) {
        boolean totals = group.showsTotals();
        var gain = group.gain();
        var pooled = group.pooled();
        boolean withheld = pooled.withheld() || gain == null && !group.schools().isEmpty() && !totals;
        return new ImpactView.Subgroup(
                Evidence.dimension(group.subgroup()),
                value(group.subgroup()),
                group.subgroup(),
                totals ? group.schools().size() : null,
                group.people(),
                pooled.pooled(),
                gain,
                withheld ? Words.SMALL_NUMBERS : pooled.reason(),
                AnalysisPlan.analysis(planned),
                withheld,
                withheld ? Withholding.SYMBOL : null);
    }
}
