package org.trellis.reporting.impact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.intake.Freshness;

/** Answers what a project's evidence shows: computed over all rows, then cut down to what this reader may see. */
@ApplicationScoped
class ImpactService {
    /** Counts our ways of computing an answer; a figure that would come out otherwise gets the next number. */
    static final String METHOD_VERSION = "1";

    private final SightQueries sight;
    private final ImpactData data;
    private final Freshness freshness;
    private final AccessLog accessLog;

    ImpactService(SightQueries sight, ImpactData data, Freshness freshness, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.sight = sight;
        this.data = data;
        this.freshness = freshness;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not see it, 400 for a wrong choice */
    ImpactView impact(UUID id, Question question) {
        sight.mustSeeResults(id);
        var project = data.project(id);
        var choice = PairChoice.of(question, project, data.pairs(id), data.cycles(id));
        var measure = choice.measureId() == null
                ? null
                : data.measure(choice.measureId()).orElse(null);
        var rows = choice.pair() == null || measure == null
                ? List.<ImpactData.School>of()
                : data.schools(id, choice.pair());
        var evidence = new Evidence(rows, data.parts(id), sight.ownSchools(), measure);
        var view = new Answer(project, question, choice, measure, evidence).view();
        accessLog.note("impact", id, identified(view));
        return view;
    }

    /** Schools whose results the answer shows by name. */
    private static List<UUID> identified(ImpactView view) {
        return view.schools().stream()
                .filter(school -> !school.withheld() && (school.intervention() != null || school.comparison() != null))
                .map(school -> school.organisation().id())
                .toList();
    }

    /** One answer in the making. */
    private final class Answer {
        private final ImpactData.Project project;
        private final Question question;
        private final PairChoice choice;
        private final ImpactData.Measure measure;
        private final Evidence evidence;
        private final Figures figures;
        private final GroupFigures asked;

        Answer(
                ImpactData.Project project,
                Question question,
                PairChoice choice,
                ImpactData.Measure measure,
                Evidence evidence) {
            this.project = project;
            this.question = question;
            this.choice = choice;
            this.measure = measure;
            this.evidence = evidence;
            figures = new Figures(measure, choice.cycle());
            asked = new GroupFigures(question.subgroup(), question.population(), evidence, figures);
        }

        ImpactView view() {
            var missing = evidence.without(asked.schools(), question.population());
            boolean planned = planned();
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
                    choice.cycle().map(this::cycle).orElse(null),
                    choice.pair() == null
                            ? question.from().orElse(null)
                            : choice.pair().from(),
                    choice.pair() == null
                            ? question.to().orElse(null)
                            : choice.pair().to(),
                    question.subgroup(),
                    question.population(),
                    new SchoolRows(asked, evidence, figures, measure).with(missing),
                    asked.pooled().pooled(),
                    asked.pooled().reason(),
                    asked.gain(),
                    overallThreshold(),
                    SubgroupRows.of(question.population(), evidence, figures),
                    restsOn(planned),
                    Caveats.of(
                            project,
                            asked.schools(),
                            asked.pooled(),
                            missing.size(),
                            planned,
                            asked.anythingWithheld()));
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
                            success().stream().anyMatch(ImpactData.SuccessMeasure::primary));
        }

        private List<ImpactData.SuccessMeasure> success() {
            return project.successMeasures().stream()
                    .filter(m -> m.measureId().equals(choice.measureId()))
                    .toList();
        }

        private ImpactView.Cycle cycle(ImpactData.Cycle cycle) {
            return new ImpactView.Cycle(
                    cycle.id(), cycle.number() == null ? 0 : cycle.number(), cycle.name(), cycle.phase());
        }

        /** A success measure of the project between two of its points, over all pupils of all schools that began. */
        private boolean planned() {
            return question.subgroup().equals(Question.ALL)
                    && question.population() == Population.STARTERS
                    && success().stream()
                            .anyMatch(m -> choice.pair() == null
                                    || m.points().contains(choice.pair().from())
                                            && m.points().contains(choice.pair().to()));
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
                    METHOD_VERSION,
                    planned ? "PLANNED" : "EXPLORATORY",
                    freshness.newest());
        }
    }
}
