package org.trellis.reporting.impact;

import java.util.ArrayList;
import java.util.List;
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

/** What a reader should bear in mind; computed over all rows, worded so that no count of one school shows through. */
final class Caveats {
    private static final double MUCH_ATTRITION = 0.2;
    private static final double IMBALANCE = 0.1;
    private static final int FEW_SCHOOLS = 5;

    private final List<Explained> caveats = new ArrayList<>();

    private Caveats() {}

    static List<Explained> of(
            ImpactData.Project project,
            List<ImpactData.School> schools,
            PooledFigures pooled,
            int withoutEvidence,
            boolean planned,
            boolean withheld) {
        var found = new Caveats();
        if (project.invented()) {
            found.add(
                    "INVENTED",
                    "This project, its schools and its pupils are invented, to show what a result looks like.");
        }
        found.design(project, schools);
        found.schools(schools, pooled, withoutEvidence);
        found.pupils(schools);
        found.certainty(pooled);
        if (!planned) {
            found.add(
                    "EXPLORATORY",
                    "This result was not laid down in the project's plan. Treat it as a hint to follow up, not as a finding.");
        }
        if (withheld) {
            found.add(
                    "WITHHELD",
                    "Figures of some other schools are not shown to you, because they speak of very few people or would let"
                            + " such figures be worked out.");
        }
        return List.copyOf(found.caveats);
    }

    private void design(ImpactData.Project project, List<ImpactData.School> schools) {
        if (!schools.isEmpty() && schools.stream().allMatch(s -> s.comparison() == null)) {
            add(
                    "NO_COMPARISON",
                    "There was no comparison group. Pupils learn and grow in any case, so part or all of the change may have"
                            + " come about without the project.");
        } else if ("LAST_YEARS_COHORT".equals(project.design())) {
            add(
                    "LAST_YEARS_COHORT",
                    "The comparison is with last year's group. Other things may have differed between the two years.");
        }
    }

    private void schools(List<ImpactData.School> schools, PooledFigures pooled, int withoutEvidence) {
        int k = pooled.contributing().size();
        if (k == 1) {
            add("ONE_SCHOOL", "The result rests on a single school. It may not carry over to others.");
        } else if (k == 2) {
            add(
                    "TWO_SCHOOLS",
                    "Two schools are put together as if both had the same true effect (a fixed effect): two cannot tell how"
                            + " much schools differ.");
        } else if (k > 0 && k < FEW_SCHOOLS) {
            add("FEW_SCHOOLS", "Few schools took part, so how much the effect differs between schools is uncertain.");
        }
        if (schools.stream().anyMatch(s -> "ONE_ARM".equals(s.reason()))) {
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
        if (imbalanced(schools)) {
            add(
                    "BASELINE_IMBALANCE",
                    "The groups differed noticeably at the start. The effect allows for the first score, but perhaps not"
                            + " for all that lay behind the difference.");
        }
    }

    private void certainty(PooledFigures pooled) {
        if (pooled.pooled() != null
                && pooled.pooled().ci().lower() <= 0
                && pooled.pooled().ci().upper() >= 0) {
            add(
                    "UNCERTAIN",
                    "The interval around the overall figure includes no effect at all: these results alone do not settle"
                            + " whether it helped.");
        }
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
