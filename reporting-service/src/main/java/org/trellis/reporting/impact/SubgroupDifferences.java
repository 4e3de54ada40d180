package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.PooledEffect;
import org.trellis.reporting.statistics.pooling.Pooling;

/**
 * How much one subgroup's effect is above another's: in each school, whose pupils had the same teachers, and then pooled
 * over schools (Fisher and others 2017, "Meta-analytical methods to identify who benefits most from treatments", BMJ 356).
 * Shown where no school in it is hidden.
 */
final class SubgroupDifferences {
    /** Beyond it every value against every other would be many comparisons and little to learn. */
    private static final int MOST_VALUES = 4;

    private final ImpactData.Project project;
    private final Population population;
    private final Evidence evidence;
    private final Figures figures;
    private final UUID measure;
    private final ImpactData.Pair pair;

    SubgroupDifferences(
            ImpactData.Project project,
            Population population,
            Evidence evidence,
            Figures figures,
            UUID measure,
            ImpactData.Pair pair) {
        this.project = project;
        this.population = population;
        this.evidence = evidence;
        this.figures = figures;
        this.measure = measure;
        this.pair = pair;
    }

    List<ImpactView.Difference> of() {
        var values = new LinkedHashMap<String, List<String>>();
        SubgroupRows.inOrder(evidence).stream()
                .filter(s -> !s.contains("&") && !s.endsWith("=UNKNOWN"))
                .forEach(s -> values.computeIfAbsent(Evidence.dimension(s), d -> new ArrayList<>())
                        .add(s));
        var differences = new ArrayList<ImpactView.Difference>();
        values.values().stream().filter(v -> v.size() <= MOST_VALUES).forEach(v -> {
            for (int i = 0; i < v.size(); i++) {
                for (int j = i + 1; j < v.size(); j++) {
                    differences.add(difference(v.get(i), v.get(j)));
                }
            }
        });
        return List.copyOf(differences);
    }

    private ImpactView.Difference difference(String one, String other) {
        var ours = evidence.of(one, population);
        var theirs = evidence.of(other, population);
        var withholding = evidence.withholding(one);
        boolean hidden = !withholding.showsDetail(ids(ours)) || !withholding.showsDetail(ids(theirs));
        if (hidden) {
            return answer(one, other, null, null, null, Words.SMALL_NUMBERS, true);
        }
        var effects = effects(ours, theirs);
        if (!effects.isEmpty()) {
            try {
                var pooled = Pooling.overSchools(effects, Figures.LEVEL);
                return answer(one, other, effects.size(), pooled, null, null, false);
            } catch (ArithmeticException e) {
                return answer(one, other, null, null, null, Words.OUT_OF_RANGE, false);
            }
        }
        var gain = ours.stream().anyMatch(PooledFigures::pools)
                ? null
                : figures.gainDifference(
                        Figures.merged(ours, ImpactData.School::intervention),
                        Figures.merged(theirs, ImpactData.School::intervention));
        return answer(one, other, null, null, gain, gain == null ? Words.NO_EFFECTS : null, false);
    }

    private static List<UUID> ids(List<ImpactData.School> schools) {
        return schools.stream().map(ImpactData.School::id).toList();
    }

    /** Of schools where both subgroups have an effect; their pupils are different ones, so variances add up. */
    private List<EffectSize> effects(List<ImpactData.School> ours, List<ImpactData.School> theirs) {
        Map<UUID, ImpactData.Effect> others = new HashMap<>();
        theirs.stream().filter(PooledFigures::pools).forEach(s -> others.put(s.id(), s.effect()));
        return ours.stream()
                .filter(s -> PooledFigures.pools(s) && others.containsKey(s.id()))
                .map(s -> new EffectSize(
                        evidence.name(s.id()),
                        s.effect().g() - others.get(s.id()).g(),
                        s.effect().variance() + others.get(s.id()).variance()))
                .toList();
    }

    private ImpactView.Difference answer(
            String one,
            String other,
            Integer schools,
            PooledEffect pooled,
            ImpactView.Gain gain,
            Explained reason,
            boolean withheld) {
        return new ImpactView.Difference(
                Evidence.dimension(one),
                SubgroupRows.value(one),
                SubgroupRows.value(other),
                schools,
                pooled == null ? null : (Double) pooled.estimate(),
                pooled == null ? null : (Double) pooled.se(),
                pooled == null ? null : pooled.ci(),
                pooled == null ? null : (Double) pooled.p(),
                gain,
                AnalysisPlan.analysis(AnalysisPlan.planned(project, measure, pair, one, population)),
                reason,
                withheld,
                withheld ? Withholding.SYMBOL : null);
    }
}
