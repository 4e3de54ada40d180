package org.trellis.reporting.impact;

import java.util.List;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;

/** The figures of one subgroup over a population of schools, as far as this reader may see them. */
final class GroupFigures {
    private final String subgroup;
    private final Figures figures;
    private final List<ImpactData.School> schools;
    private final Withholding withholding;
    private final PooledFigures pooled;

    GroupFigures(String subgroup, Population population, Evidence evidence, Figures figures) {
        this.subgroup = subgroup;
        this.figures = figures;
        schools = evidence.of(subgroup, population);
        withholding = evidence.withholding(subgroup);
        pooled = PooledFigures.of(schools, evidence.of(subgroup, Population.STARTERS), evidence, withholding, figures);
    }

    String subgroup() {
        return subgroup;
    }

    List<ImpactData.School> schools() {
        return schools;
    }

    PooledFigures pooled() {
        return pooled;
    }

    boolean hides(UUID school) {
        return withholding.hides(school);
    }

    /** Those whose figures this reader sees, all of them or some. */
    List<ImpactData.School> shown() {
        return schools.stream().filter(s -> !hides(s.id())).toList();
    }

    boolean showsTotals() {
        return withholding.showsTotals();
    }

    boolean anythingWithheld() {
        return pooled.withheld() || schools.stream().anyMatch(s -> hides(s.id()));
    }

    /** Pairs of scores over both arms of all schools; null where the total would give back a withheld count. */
    Long people() {
        return showsTotals()
                ? schools.stream()
                        .mapToLong(s -> (s.intervention() == null
                                        ? 0
                                        : s.intervention().n())
                                + (s.comparison() == null ? 0 : s.comparison().n()))
                        .sum()
                : null;
    }

    /** How likely a later answer is to be above an earlier one, over all schools' intervention groups; like the gain. */
    ImpactView.Superiority superiority() {
        return showsTotals() ? figures.superiority(Figures.arms(schools, ImpactData.School::intervention)) : null;
    }

    /**
     * All schools' intervention groups as one; shown beside its number alone, since the average over all is that of the
     * subgroups weighed by their numbers.
     */
    ImpactView.Gain gain() {
        return showsTotals() ? figures.gain(Figures.merged(schools, ImpactData.School::intervention)) : null;
    }
}
