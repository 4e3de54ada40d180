package org.trellis.reporting.impact;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/**
 * What a reader should bear in mind, each as a code with its reason. What is said of pupils is worked out of schools that
 * this reader sees, so that nothing shows through of the others.
 */
final class Caveats {
    private static final double MUCH_ATTRITION = 0.2;
    private static final double UNEVEN_ATTRITION = 0.1;
    private static final double IMBALANCE = 0.1;
    private static final int FEW_SCHOOLS = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final List<Explained> caveats = new ArrayList<>();
    private final ImpactData.Project project;
    private final GroupFigures asked;
    private final BetweenFigures between;
    private final int withoutEvidence;
    private final boolean planned;

    /** @param withoutEvidence how many schools take part and have none yet */
    Caveats(
            ImpactData.Project project,
            GroupFigures asked,
            BetweenFigures between,
            int withoutEvidence,
            boolean planned) {
        this.project = project;
        this.asked = asked;
        this.between = between;
        this.withoutEvidence = withoutEvidence;
        this.planned = planned;
    }

    List<Explained> found() {
        if (project.invented()) {
            add("INVENTED", "This project, its schools and its pupils are invented, to show what a result looks like.");
        }
        design(asked.schools());
        schools(asked.schools(), asked.pooled());
        pupils(asked.shown());
        certainty();
        plan();
        if (asked.anythingWithheld() || between.withheld()) {
            add(
                    "WITHHELD",
                    "Figures of some other schools are not shown to you, because they speak of very few people or would let"
                            + " such figures be worked out.");
        }
        return List.copyOf(caveats);
    }

    private void design(List<ImpactData.School> schools) {
        if (schools.isEmpty()) {
            return;
        }
        if (schools.stream().allMatch(s -> s.comparison() == null)) {
            add(
                    "NO_COMPARISON",
                    "There was no comparison group. Pupils learn and grow in any case, so part or all of the change may have"
                            + " come about without the project.");
            return;
        }
        switch (project.design()) {
            case "LAST_YEARS_COHORT" ->
                add(
                        "LAST_YEARS_COHORT",
                        "The comparison is with last year's group. Other things may have differed between the two years.");
            case "BETWEEN_SCHOOLS" ->
                add(
                        "WHOLE_SCHOOLS",
                        "Whole schools were in one group or the other, so the schools themselves may account for part of the"
                                + " difference. The interval allows for schools differing by chance, not for how they were"
                                + " chosen.");
            case null, default ->
                add(
                        "GROUPS_FORMED",
                        "It is not recorded that chance decided who was in which group. If people chose, the groups may have"
                                + " differed in ways that first scores do not show.");
        }
    }

    private void plan() {
        if (!planned) {
            add(
                    "EXPLORATORY",
                    "This result was not laid down in the project's plan. Treat it as a hint to follow up, not as a finding.");
        }
        if (project.plan() == null) {
            add(
                    "NO_PLAN",
                    "No analysis plan was registered before results were known, so the measure could have been chosen for"
                            + " its result.");
            return;
        }
        project.plan()
                .deviations()
                .forEach(d -> add(
                        "DEVIATION",
                        "On " + DAY.format(d.on()) + " the project departed from its plan: " + ended(d.what())
                                + " The reason given: " + ended(d.reason())));
    }

    private static String ended(String sentence) {
        var text = sentence == null ? "none" : sentence.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private void schools(List<ImpactData.School> schools, PooledFigures pooled) {
        int k = pooled.contributing().size();
        if (k == 1) {
            add("ONE_SCHOOL", "The result rests on a single school. It may not carry over to others.");
        } else if (k == 2) {
            add(
                    "TWO_SCHOOLS",
                    "Two schools are put together as if both had the same true effect (a fixed effect): two cannot tell how"
                            + " much schools differ.");
        } else if (k > 0 && k < FEW_SCHOOLS
                || between.between() != null && between.between().schools() < 2 * FEW_SCHOOLS) {
            add("FEW_SCHOOLS", "Few schools took part, so how much the effect differs between schools is uncertain.");
        }
        if (!"BETWEEN_SCHOOLS".equals(project.design())
                && schools.stream().anyMatch(s -> "ONE_ARM".equals(s.reason()))) {
            add(
                    "ONE_ARM",
                    "Some schools have only one of the two groups. They are listed, and not part of the overall figure.");
        }
        if (withoutEvidence > 0) {
            add("INCOMPLETE", "From some schools that take part no evidence has been accepted yet.");
        }
    }

    private void pupils(List<ImpactData.School> schools) {
        long both = 0;
        long lost = 0;
        for (Arm arm : arms(schools)) {
            both += arm.n() + arm.leftOut();
            lost += arm.earlierOnly();
        }
        if (lost > MUCH_ATTRITION * (both + lost)) {
            add(
                    "ATTRITION",
                    "More than a fifth of those with a first score have no later one. Those who remain may differ from those"
                            + " who are missing.");
        }
        var intervention = Figures.arms(schools, ImpactData.School::intervention);
        var comparison = Figures.arms(schools, ImpactData.School::comparison);
        if (!comparison.isEmpty() && Math.abs(attrition(intervention) - attrition(comparison)) > UNEVEN_ATTRITION) {
            add(
                    "UNEVEN_ATTRITION",
                    "Many more were lost from one group than from the other, so those who remain may no longer be"
                            + " comparable.");
        }
        if (imbalanced(schools)) {
            add(
                    "BASELINE_IMBALANCE",
                    "The groups differed noticeably at the start. The effect allows for the first score, but perhaps not"
                            + " for all that lay behind the difference.");
        }
    }

    /** Share of those with a first score who have no later one; 0 where there is nobody. */
    private static double attrition(List<Arm> arms) {
        double lost = arms.stream().mapToLong(Arm::earlierOnly).sum();
        double stayed = arms.stream().mapToLong(arm -> arm.n() + arm.leftOut()).sum();
        return lost == 0 ? 0 : lost / (lost + stayed);
    }

    private void certainty() {
        var pooled = asked.pooled().pooled();
        var ci = pooled != null
                ? pooled.ci()
                : between.between() == null ? null : between.between().effect().ci();
        if (ci == null) {
            return;
        }
        if (ci.lower() <= 0 && ci.upper() >= 0) {
            add(
                    "UNCERTAIN",
                    "The interval around the overall figure includes no effect at all: these results alone do not settle"
                            + " whether it helped.");
        }
        double least =
                pooled != null ? pooled.smallestDetectable() : between.between().smallestDetectable();
        add(
                "SMALLEST_DETECTABLE_EFFECT",
                String.format(
                        Locale.ROOT,
                        "With these schools and pupils, a true effect of about %.2f standard deviations would have shown in"
                                + " four cases of five; a smaller one could easily have been missed.",
                        least));
    }

    /** The difference at baseline, as an effect and pooled over schools, is beyond a tenth of a standard deviation. */
    private static boolean imbalanced(List<ImpactData.School> schools) {
        var apart = schools.stream()
                .map(Caveats::atBaseline)
                .filter(Objects::nonNull)
                .map(e -> new EffectSize("", e.g(), e.variance()))
                .toList();
        return !apart.isEmpty()
                && Math.abs(Pooling.pool(apart, PoolingModel.FIXED, Adjustment.NONE, Figures.LEVEL)
                                .estimate())
                        > IMBALANCE;
    }

    private static Effect atBaseline(ImpactData.School school) {
        if (school.intervention() == null || school.comparison() == null) {
            return null;
        }
        return StandardisedMeanDifference.postSmd(
                                earlier(school.intervention()),
                                earlier(school.comparison()),
                                Direction.HIGHER_IS_BETTER)
                        instanceof Estimate.Found<Effect>(Effect found)
                ? found
                : null;
    }

    private static Moments earlier(Arm arm) {
        Moments m = arm.moments();
        return m == null ? Moments.EMPTY : new Moments(m.n(), m.meanX(), m.meanX(), m.m2x(), m.m2x(), m.m2x());
    }

    private static List<Arm> arms(List<ImpactData.School> schools) {
        var arms = new ArrayList<>(Figures.arms(schools, ImpactData.School::intervention));
        arms.addAll(Figures.arms(schools, ImpactData.School::comparison));
        return arms;
    }

    private void add(String code, String sentence) {
        caveats.add(new Explained(code, sentence));
    }
}
