package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;

/** Every school in a row of its own: with its figures, withheld, or without evidence so far. */
final class SchoolRows {
    private final GroupFigures asked;
    private final Evidence evidence;
    private final Figures figures;
    private final ImpactData.Measure measure;
    private final boolean wholeSchools;

    SchoolRows(
            GroupFigures asked, Evidence evidence, Figures figures, ImpactData.Measure measure, boolean wholeSchools) {
        this.wholeSchools = wholeSchools;
        this.asked = asked;
        this.evidence = evidence;
        this.figures = figures;
        this.measure = measure;
    }

    /** @param missing schools that take part and have no evidence yet */
    List<ImpactView.School> with(List<ImpactData.Part> missing) {
        var rows = new ArrayList<ImpactView.School>();
        asked.schools()
                .forEach(s -> rows.add(asked.hides(s.id()) ? ImpactView.School.withheld(named(s.id())) : row(s)));
        missing.forEach(p -> rows.add(ImpactView.School.without(
                named(p.organisationId()), evidence.own(p.organisationId()), Words.NO_EVIDENCE)));
        rows.sort(Comparator.comparing((ImpactView.School r) -> r.organisation().name())
                .thenComparing(r -> r.organisation().id()));
        return List.copyOf(rows);
    }

    private ImpactView.School row(ImpactData.School s) {
        var intervention = s.intervention() == null ? null : s.intervention().moments();
        var comparison = s.comparison() == null ? null : s.comparison().moments();
        int place = asked.pooled().contributing().indexOf(s.id());
        var weights = asked.pooled().weights();
        return new ImpactView.School(
                named(s.id()),
                evidence.own(s.id()),
                Figures.group(s.intervention()),
                Figures.group(s.comparison()),
                s.effect() == null ? null : figures.effect(s.effect()),
                figures.gain(intervention),
                figures.gainDifference(intervention, comparison),
                threshold(s),
                figures.superiority(Figures.arms(List.of(s), ImpactData.School::intervention)),
                place < 0 || weights == null ? null : weights.get(place),
                reason(s.reason()),
                false,
                null);
    }

    private Explained reason(String code) {
        if (code == null) {
            return null;
        }
        return Words.reason(wholeSchools && code.equals("ONE_ARM") ? "WHOLE_SCHOOL" : code);
    }

    private ImpactView.Threshold threshold(ImpactData.School s) {
        if (s.intervention() == null || s.intervention().threshold() == null || measure.threshold() == null) {
            return null;
        }
        return evidence.thresholds(asked.subgroup()).hides(s.id())
                ? ImpactView.Threshold.withheld(measure.threshold(), Withholding.SYMBOL)
                : figures.threshold(s.intervention().threshold());
    }

    private ImpactView.Named named(UUID school) {
        return new ImpactView.Named(school, evidence.name(school));
    }
}
