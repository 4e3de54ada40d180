package org.trellis.reporting.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.trellis.reporting.disclosure.Audience;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.intake.Freshness;

/** One answer about one project in the making. */
final class Answer {
    private final ImpactData.Project project;
    private final Question question;
    private final PairChoice choice;
    private final Map<UUID, ImpactData.Measure> measures;
    private final ImpactData.Measure measure;
    private final Rows rows;
    private final Audience audience;
    private final Evidence evidence;
    private final Figures figures;
    private final GroupFigures asked;
    private final BetweenFigures between;
    private final Freshness.Newest newest;

    /** What is known of the project, whole. */
    record Rows(
            List<ImpactData.Pair> pairs,
            List<ImpactData.Cycle> cycles,
            Map<UUID, ImpactData.Part> parts,
            Map<ImpactData.Pair, List<ImpactData.School>> schools) {

        List<ImpactData.School> of(ImpactData.Pair pair, ImpactData.Measure measure) {
            return pair == null || measure == null ? List.of() : schools.getOrDefault(pair, List.of());
        }
    }

    Answer(
            ImpactData.Project project,
            Question question,
            PairChoice choice,
            Map<UUID, ImpactData.Measure> measures,
            Rows rows,
            Audience audience,
            Freshness.Newest newest) {
        this.project = project;
        this.question = question;
        this.choice = choice;
        this.measures = measures;
        this.rows = rows;
        this.audience = audience;
        this.newest = newest;
        measure = choice.measureId() == null ? null : measures.get(choice.measureId());
        evidence = new Evidence(rows.of(choice.pair(), measure), rows.parts(), audience, measure);
        figures = new Figures(measure, choice.cycle());
        asked = new GroupFigures(question.subgroup(), question.population(), evidence, figures);
        between = BetweenFigures.of(
                project,
                asked.schools(),
                evidence.of(question.subgroup(), Population.STARTERS),
                evidence.withholding(question.subgroup()),
                figures);
    }

    ImpactView view() {
        var missing = evidence.without(asked.schools(), question.population());
        boolean planned = planned(question.subgroup());
        return new ImpactView(
                project.sequence(),
                new ImpactView.Project(
                        project.id(),
                        project.title(),
                        new ImpactView.Named(project.allianceId(), project.allianceName()),
                        project.researchQuestions(),
                        project.design(),
                        project.invented()),
                measure(),
                choice.cycle().map(Answer::cycle).orElse(null),
                choice.pair() == null
                        ? question.from().orElse(null)
                        : choice.pair().from(),
                choice.pair() == null
                        ? question.to().orElse(null)
                        : choice.pair().to(),
                question.subgroup(),
                question.population(),
                new SchoolRows(asked, evidence, figures, measure, wholeSchools()).with(missing),
                asked.pooled().pooled(),
                pooledReason(),
                asked.gain(),
                overallThreshold(),
                asked.superiority(),
                SubgroupRows.of(question.population(), evidence, figures, this::planned),
                restsOn(planned),
                new Caveats(project, asked, between, missing.size(), planned).found(),
                between.between(),
                new SubgroupDifferences(
                                project, question.population(), evidence, figures, choice.measureId(), choice.pair())
                        .of(),
                new OverCycles(choice, question, rows, measure, audience).trend(),
                evidence.flow(),
                ImpactView.Plan.of(project.plan()),
                results());
    }

    static ImpactView.Cycle cycle(ImpactData.Cycle cycle) {
        return new ImpactView.Cycle(
                cycle.id(), cycle.number() == null ? 0 : cycle.number(), cycle.name(), cycle.phase());
    }

    private boolean wholeSchools() {
        return "BETWEEN_SCHOOLS".equals(project.design());
    }

    /** Where whole schools are in one group, their effect is not pooled from schools' own. */
    private Explained pooledReason() {
        if (asked.pooled().pooled() != null || between.between() != null) {
            return null;
        }
        return between.reason() == null ? asked.pooled().reason() : between.reason();
    }

    private ImpactView.Measure measure() {
        return measure == null
                ? null
                : new ImpactView.Measure(
                        measure.id(),
                        measure.name(),
                        measure.about(),
                        measure.unit(),
                        measure.higherIsBetter(),
                        measure.ageInMonths(),
                        measure.id().equals(AnalysisPlan.primary(project)));
    }

    private boolean planned(String subgroup) {
        return AnalysisPlan.planned(project, choice.measureId(), choice.pair(), subgroup, question.population());
    }

    private ImpactView.Threshold overallThreshold() {
        var people = Figures.mergedThreshold(asked.schools());
        if (people == null || measure.threshold() == null) {
            return null;
        }
        return evidence.thresholds(question.subgroup()).showsTotals()
                ? figures.threshold(people)
                : ImpactView.Threshold.withheld(measure.threshold(), Withholding.SYMBOL);
    }

    private ImpactView.RestsOn restsOn(boolean planned) {
        var submissions = new TreeSet<JsonNode>(Comparator.comparing(JsonNode::toString));
        asked.schools().forEach(s -> submissions.addAll(s.submissions()));
        return new ImpactView.RestsOn(
                asked.schools().size(),
                asked.people(),
                List.copyOf(submissions),
                ImpactService.METHOD_VERSION,
                AnalysisPlan.analysis(planned),
                newest);
    }

    private List<ImpactView.Result> results() {
        var order = AnalysisPlan.measures(project).toList();
        return rows.pairs().stream()
                .filter(pair -> measures.containsKey(pair.measureId()))
                .map(pair -> new ImpactView.Result(
                        pair.measureId(),
                        measures.get(pair.measureId()).name(),
                        pair.cycleId(),
                        pair.from(),
                        pair.to(),
                        AnalysisPlan.analysis(AnalysisPlan.planned(
                                project, pair.measureId(), pair, Question.ALL, Population.STARTERS))))
                .sorted(Comparator.comparing(ImpactView.Result::analysis)
                        .reversed()
                        .thenComparing(
                                r -> order.contains(r.measureId()) ? order.indexOf(r.measureId()) : order.size()))
                .toList();
    }
}
