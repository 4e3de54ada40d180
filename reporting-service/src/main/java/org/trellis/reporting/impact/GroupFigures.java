package org.trellis.reporting.impact;

import java.util.List;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;

/** The figures of one subgroup over a population of schools, as far as this reader may see them. */
final class GroupFigures {
    private final String subgroup;
    private final Figures figures;
    private final List<ImpactData.School> schools;
    private final List<ImpactData.School> starters;
    private final Withholding withholding;
    private final PooledFigures pooled;

    GroupFigures(String subgroup, Population population, Evidence evidence, Figures figures) {
        this.subgroup = subgroup;
        this.figures = figures;
        schools = evidence.of(subgroup, population);
        starters = evidence.of(subgroup, Population.STARTERS);
        withholding = evidence.withholding(subgroup);
        pooled = PooledFigures.of(schools, starters, evidence, withholding, figures);
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

    /** All schools' intervention groups as one; shown where no single hidden school could be worked out of it. */
    ImpactView.Gain gain() {
        var contributing = withMoments(schools);
        boolean shown = withholding.showsDetail(contributing)
                || withholding.showsPooled(contributing) && contributing.equals(withMoments(starters));
        return shown ? figures.gain(Figures.merged(schools, ImpactData.School::intervention), showsTotals()) : null;
    }

    private static List<UUID> withMoments(List<ImpactData.School> schools) {
        return schools.stream()
                .filter(s -> s.intervention() != null && s.intervention().moments() != null)
                .map(ImpactData.School::id)
                .toList();
    }
}
