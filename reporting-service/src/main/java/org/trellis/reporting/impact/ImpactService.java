package org.trellis.reporting.impact;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    private static final String PUPIL_PREMIUM = "PUPIL_PREMIUM";

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
        private final Withholding withholding;
        private final List<ImpactData.School> schools;
        private final PooledFigures pooled;

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
            withholding = evidence.withholding(question.subgroup());
            schools = evidence.of(question.subgroup(), question.population());
            pooled = pooled(question.subgroup());
        }

        ImpactView view() {
            var missing = evidence.without(schools, question.population());
            boolean planned = planned();
            boolean withheld = pooled.withheld() || schools.stream().anyMatch(s -> withholding.hides(s.id()));
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
                    schoolRows(missing),
                    pooled.pooled(),
                    pooled.reason(),
                    overallGain(question.subgroup()),
                    overallThreshold(),
                    subgroups(),
                    restsOn(planned),
                    Caveats.of(project, schools, pooled, missing.size(), planned, withheld));
        }

        private PooledFigures pooled(String subgroup) {
            return PooledFigures.of(
                    evidence.of(subgroup, question.population()),
                    evidence.of(subgroup, Population.STARTERS),
                    evidence,
                    evidence.withholding(subgroup),
                    figures);
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

        private List<ImpactView.School> schoolRows(List<ImpactData.Part> missing) {
            var rows = new ArrayList<ImpactView.School>();
            schools.forEach(s -> rows.add(withholding.hides(s.id()) ? withheld(s) : row(s)));
            missing.forEach(p -> rows.add(new ImpactView.School(
                    named(p.organisationId()),
                    evidence.own().contains(p.organisationId()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Words.NO_EVIDENCE,
                    false,
                    null)));
            rows.sort(Comparator.comparing(
                            (ImpactView.School r) -> r.organisation().name())
                    .thenComparing(r -> r.organisation().id()));
            return List.copyOf(rows);
        }

        private ImpactView.School row(ImpactData.School s) {
            var intervention =
                    s.intervention() == null ? null : s.intervention().moments();
            var comparison = s.comparison() == null ? null : s.comparison().moments();
            int place = pooled.contributing().indexOf(s.id());
            return new ImpactView.School(
                    named(s.id()),
                    evidence.own().contains(s.id()),
                    Figures.group(s.intervention()),
                    Figures.group(s.comparison()),
                    s.effect() == null ? null : figures.effect(s.effect()),
                    figures.gain(intervention, true),
                    figures.gainDifference(intervention, comparison),
                    threshold(s),
                    place < 0 || pooled.weights() == null
                            ? null
                            : pooled.weights().get(place),
                    s.reason() == null ? null : Words.reason(s.reason()),
                    false,
                    null);
        }

        private ImpactView.Threshold threshold(ImpactData.School s) {
            if (s.intervention() == null || s.intervention().threshold() == null || measure.threshold() == null) {
                return null;
            }
            return evidence.thresholds(question.subgroup()).hides(s.id())
                    ? ImpactView.Threshold.withheld(measure.threshold(), Withholding.SYMBOL)
                    : figures.threshold(s.intervention().threshold());
        }

        private ImpactView.School withheld(ImpactData.School s) {
            return new ImpactView.School(
                    named(s.id()),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Words.SMALL_NUMBERS,
                    true,
                    Withholding.SYMBOL);
        }

        private ImpactView.Named named(UUID school) {
            return new ImpactView.Named(school, evidence.name(school));
        }

        /** All schools' intervention groups as one; shown where no single hidden school could be worked out of it. */
        private ImpactView.Gain overallGain(String subgroup) {
            var asked = evidence.of(subgroup, question.population());
            var hiding = evidence.withholding(subgroup);
            return mergedMayBeShown(asked, evidence.of(subgroup, Population.STARTERS), hiding)
                    ? figures.gain(Figures.merged(asked, ImpactData.School::intervention), hiding.showsTotals())
                    : null;
        }

        private boolean mergedMayBeShown(
                List<ImpactData.School> asked, List<ImpactData.School> starters, Withholding hiding) {
            var contributing = ids(asked);
            return hiding.showsDetail(contributing)
                    || hiding.showsPooled(contributing) && contributing.equals(ids(starters));
        }

        private static List<UUID> ids(List<ImpactData.School> schools) {
            return schools.stream()
                    .filter(s -> s.intervention() != null && s.intervention().moments() != null)
                    .map(ImpactData.School::id)
                    .toList();
        }

        private ImpactView.Threshold overallThreshold() {
            var people = Figures.mergedThreshold(schools);
            if (people == null || measure.threshold() == null) {
                return null;
            }
            return evidence.thresholds(question.subgroup()).showsTotals()
                    ? figures.threshold(people)
                    : ImpactView.Threshold.withheld(measure.threshold(), Withholding.SYMBOL);
        }

        private List<ImpactView.Subgroup> subgroups() {
            Set<String> wanted = new LinkedHashSet<>();
            evidence.subgroups().stream()
                    .filter(s -> !s.equals(Question.ALL))
                    .sorted(Comparator.comparing(Evidence::dimension)
                            .thenComparing(s -> s.endsWith("=UNKNOWN"))
                            .thenComparing(Comparator.reverseOrder()))
                    .forEach(wanted::add);
            var listed = new ArrayList<ImpactView.Subgroup>();
            if (wanted.stream().noneMatch(s -> Evidence.dimension(s).equals(PUPIL_PREMIUM))) {
                listed.add(new ImpactView.Subgroup(
                        PUPIL_PREMIUM,
                        "YES",
                        PUPIL_PREMIUM + "=YES",
                        0,
                        null,
                        null,
                        null,
                        Words.NO_EVIDENCE,
                        false,
                        null));
            }
            wanted.forEach(s -> listed.add(subgroup(s)));
            return List.copyOf(listed);
        }

        private ImpactView.Subgroup subgroup(String name) {
            var rows = evidence.of(name, question.population());
            var hiding = evidence.withholding(name);
            var result = pooled(name);
            boolean totals = hiding.showsTotals();
            var gain = overallGain(name);
            boolean withheld = result.withheld() || gain == null && !rows.isEmpty() && !totals;
            return new ImpactView.Subgroup(
                    Evidence.dimension(name),
                    name.replaceAll("[^&=]*=", ""),
                    name,
                    totals ? rows.size() : null,
                    totals ? people(rows) : null,
                    result.pooled(),
                    gain,
                    withheld ? Words.SMALL_NUMBERS : result.reason(),
                    withheld,
                    withheld ? Withholding.SYMBOL : null);
        }

        private static long people(List<ImpactData.School> rows) {
            return rows.stream()
                    .mapToLong(s -> (s.intervention() == null
                                    ? 0
                                    : s.intervention().n())
                            + (s.comparison() == null ? 0 : s.comparison().n()))
                    .sum();
        }

        private ImpactView.RestsOn restsOn(boolean planned) {
            var submissions = new TreeSet<JsonNode>(Comparator.comparing(JsonNode::toString));
            schools.forEach(s -> submissions.addAll(s.submissions()));
            return new ImpactView.RestsOn(
                    schools.size(),
                    withholding.showsTotals() ? people(schools) : null,
                    List.copyOf(submissions),
                    METHOD_VERSION,
                    planned ? "PLANNED" : "EXPLORATORY",
                    freshness.newest());
        }
    }
}
