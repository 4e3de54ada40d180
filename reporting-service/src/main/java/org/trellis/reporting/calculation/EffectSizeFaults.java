package org.trellis.reporting.calculation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.trellis.reporting.calculation.EffectSizeRequest.Cohort;
import org.trellis.reporting.calculation.EffectSizeRequest.Paired;
import org.trellis.reporting.calculation.EffectSizeRequest.School;
import org.trellis.reporting.calculation.EffectSizeRequest.Scores;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.statistics.effect.Design;
import org.trellis.reporting.statistics.effect.Estimator;

/** Everything that is wrong with the shape of a request for an effect size. */
final class EffectSizeFaults {
    private static final String INTERVENTION = "$.intervention";
    private static final String COMPARISON = "$.comparison";
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_SCHOOLS = 1_000;
    private static final int MOST_CATEGORIES = 100;

    private final EffectSizeRequest request;
    private final Estimator estimator;
    private final Faults faults = new Faults();

    private EffectSizeFaults(EffectSizeRequest request) {
        this.request = request;
        estimator = request.estimator();
    }

    static List<Fault> of(EffectSizeRequest request) {
        return new EffectSizeFaults(request).found();
    }

    private List<Fault> found() {
        faults.confidence(request.confidence());
        if (faults.required(estimator, "$.estimator")) {
            design();
            months();
            if (faults.required(request.intervention(), INTERVENTION)) {
                cohort(request.intervention(), INTERVENTION);
            }
            comparison();
        }
        return faults.found();
    }

    private void design() {
        if (request.betweenSchools() && estimator != Estimator.ANCOVA && estimator != Estimator.POST_SMD) {
            faults.add("$.design", estimator + " is not for " + Design.BETWEEN_SCHOOLS);
        }
    }

    private void months() {
        if (estimator == Estimator.RATE) {
            faults.positive(request.monthsTaught(), "$.monthsTaught");
        } else {
            faults.absent(request.monthsTaught(), "$.monthsTaught", "only RATE is by the month");
        }
    }

    private void comparison() {
        if (hasNone()) {
            faults.absent(request.comparison(), COMPARISON, hasNoneBecause());
        } else if (faults.required(request.comparison(), COMPARISON)) {
            cohort(request.comparison(), COMPARISON);
            sameScale();
        }
    }

    private boolean hasNone() {
        return estimator == Estimator.PRE_POST || estimator == Estimator.RATE || sameTwice();
    }

    private String hasNoneBecause() {
        return sameTwice() ? "the same people are compared before and after" : estimator + " has none";
    }

    /** Whether the same people were asked twice. */
    private boolean sameTwice() {
        Cohort people = request.intervention();
        return people != null
                && switch (estimator) {
                    case RISK_DIFFERENCE, ODDS_RATIO -> people.paired() != null;
                    case SUPERIORITY -> people.crossed() != null;
                    default -> false;
                };
    }

    private void sameScale() {
        Cohort one = request.intervention();
        if (estimator == Estimator.SUPERIORITY
                && one != null
                && one.counts() != null
                && request.comparison().counts() != null
                && one.counts().size() != request.comparison().counts().size()) {
            faults.add(COMPARISON + ".counts", "must have as many categories as the intervention");
        }
    }

    private void cohort(Cohort cohort, String path) {
        switch (estimator) {
            case RISK_DIFFERENCE, ODDS_RATIO -> shares(cohort, path);
            case SUPERIORITY -> answers(cohort, path);
            case ANCOVA, PRE_POST_CONTROL, POST_SMD, PRE_POST, RATE -> {
                if (request.betweenSchools()) {
                    schools(cohort, path);
                } else {
                    figures(new School(cohort.n(), cohort.pre(), cohort.post(), cohort.correlation()), path);
                    faults.absent(cohort.schools(), path + ".schools", "the design is not BETWEEN_SCHOOLS");
                }
                faults.absent(cohort.reached(), path + ".reached", because());
                faults.absent(cohort.paired(), path + ".paired", because());
                faults.absent(cohort.counts(), path + ".counts", because());
                faults.absent(cohort.crossed(), path + ".crossed", because());
            }
        }
    }

    private String because() {
        return estimator + " does not look at it";
    }

    private void schools(Cohort cohort, String path) {
        noScores(cohort, path);
        faults.absent(cohort.n(), path + ".n", "it is given for each school");
        if (faults.required(cohort.schools(), path + ".schools")) {
            if (cohort.schools().size() > MOST_SCHOOLS) {
                faults.add(path + ".schools", "must be at most " + MOST_SCHOOLS);
                return;
            }
            for (int i = 0; i < cohort.schools().size(); i++) {
                String at = path + ".schools[" + i + "]";
                if (faults.required(cohort.schools().get(i), at)) {
                    figures(cohort.schools().get(i), at);
                }
            }
        }
    }

    private void figures(School figures, String path) {
        int fewest = estimator == Estimator.PRE_POST ? 3 : 2;
        if (faults.required(figures.n(), path + ".n") && figures.n() < fewest) {
            faults.add(path + ".n", "must be at least " + fewest);
        }
        scores(figures.post(), path + ".post");
        if (estimator.needsBaseline()) {
            scores(figures.pre(), path + ".pre");
            faults.between(figures.correlation(), -1, 1, path + ".correlation");
        } else {
            faults.absent(figures.pre(), path + ".pre", estimator + " has no baseline");
            faults.absent(figures.correlation(), path + ".correlation", estimator + " has no baseline");
        }
    }

    private void scores(Scores scores, String path) {
        if (faults.required(scores, path)) {
            faults.number(scores.mean(), path + ".mean");
            faults.positive(scores.sd(), path + ".sd");
        }
    }

    private void noScores(Cohort cohort, String path) {
        faults.absent(cohort.pre(), path + ".pre", because());
        faults.absent(cohort.post(), path + ".post", because());
        faults.absent(cohort.correlation(), path + ".correlation", because());
    }

    private void shares(Cohort cohort, String path) {
        noScores(cohort, path);
        faults.absent(cohort.counts(), path + ".counts", because());
        faults.absent(cohort.crossed(), path + ".crossed", because());
        faults.absent(cohort.schools(), path + ".schools", because());
        if (sameTwice() && path.equals(INTERVENTION)) {
            paired(cohort.paired(), path + ".paired");
            faults.absent(cohort.n(), path + ".n", "paired counts everybody");
            faults.absent(cohort.reached(), path + ".reached", "paired counts everybody");
            return;
        }
        faults.absent(cohort.paired(), path + ".paired", "the comparison is of other people");
        boolean n = faults.required(cohort.n(), path + ".n");
        if (n && (cohort.n() < 1 || cohort.n() > MOST_PEOPLE)) {
            faults.add(path + ".n", "must be from 1 to " + MOST_PEOPLE);
        }
        if (faults.required(cohort.reached(), path + ".reached")
                && (cohort.reached() < 0 || n && cohort.reached() > cohort.n())) {
            faults.add(path + ".reached", "must be from 0 to n");
        }
    }

    private void paired(Paired people, String path) {
        count(people.both(), path + ".both");
        count(people.lost(), path + ".lost");
        count(people.gained(), path + ".gained");
        count(people.neither(), path + ".neither");
    }

    private void answers(Cohort cohort, String path) {
        noScores(cohort, path);
        faults.absent(cohort.n(), path + ".n", because());
        faults.absent(cohort.reached(), path + ".reached", because());
        faults.absent(cohort.paired(), path + ".paired", because());
        faults.absent(cohort.schools(), path + ".schools", because());
        if (sameTwice() && path.equals(INTERVENTION)) {
            faults.absent(cohort.counts(), path + ".counts", "crossed counts everybody");
            crossed(cohort.crossed(), path + ".crossed");
        } else {
            faults.absent(cohort.crossed(), path + ".crossed", "the comparison is of other people");
            counts(cohort.counts(), path + ".counts");
        }
    }

    private void crossed(List<List<Integer>> rows, String path) {
        if (rows.size() < 2 || rows.size() > MOST_CATEGORIES) {
            faults.add(path, "must have 2 to " + MOST_CATEGORIES + " categories");
            return;
        }
        if (Stream.concat(rows.stream(), Stream.of(rows.getFirst()))
                .anyMatch(row -> row == null || row.size() != rows.size())) {
            faults.add(path, "must have as many columns as rows");
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            counts(rows.get(i), path + "[" + i + "]");
        }
    }

    private void counts(List<Integer> counts, String path) {
        if (!faults.required(counts, path)) {
            return;
        }
        if (counts.size() < 2 || counts.size() > MOST_CATEGORIES) {
            faults.add(path, "must have 2 to " + MOST_CATEGORIES + " categories");
        } else if (counts.stream().anyMatch(Objects::isNull)) {
            faults.add(path, "must all be counts");
        } else {
            for (int i = 0; i < counts.size(); i++) {
                count(counts.get(i), path + "[" + i + "]");
            }
        }
    }

    private void count(Integer count, String path) {
        if (faults.required(count, path) && (count < 0 || count > MOST_PEOPLE)) {
            faults.add(path, "must be from 0 to " + MOST_PEOPLE);
        }
    }
}
