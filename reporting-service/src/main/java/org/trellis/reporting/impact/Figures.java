package org.trellis.reporting.impact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.trellis.reporting.intake.Answers;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.intake.Steps;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MonthsOfProgress;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.Estimator;
import org.trellis.reporting.statistics.effect.Gains;
import org.trellis.reporting.statistics.effect.MeanGain;
import org.trellis.reporting.statistics.effect.PairedShares;
import org.trellis.reporting.statistics.effect.ShareDifference;
import org.trellis.reporting.statistics.effect.Superiority;

/** Rows of one measure to the figures that are shown; every formula is the statistics'. */
final class Figures {
    static final double LEVEL = 0.95;

    private final ImpactData.Measure measure;
    private final Double monthsTaught;

    /** @param measure null where its description has not arrived, or there is none; there are no figures then */
    Figures(ImpactData.Measure measure, Optional<ImpactData.Cycle> cycle) {
        this.measure = measure;
        monthsTaught = measure != null && measure.ageInMonths()
                ? cycle.map(Figures::months).orElse(null)
                : null;
    }

    Direction direction() {
        return measure.higherIsBetter() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }

    static ImpactView.Group group(Arm arm) {
        if (arm == null) {
            return null;
        }
        Moments m = arm.moments();
        return m == null
                ? new ImpactView.Group(arm.n(), null, null, null, null, null)
                : new ImpactView.Group(
                        m.n(),
                        m.meanX(),
                        m.meanY(),
                        m.meanGain(),
                        m.n() < 2 ? null : m.sdX(),
                        m.n() < 2 ? null : m.sdY());
    }

    ImpactView.EffectSize effect(ImpactData.Effect stored) {
        var estimator = Estimator.valueOf(stored.estimator());
        return effect(new Effect(estimator, stored.g(), stored.variance(), stored.j(), estimator.method()));
    }

    ImpactView.EffectSize effect(Effect effect) {
        var estimator = effect.estimator();
        return new ImpactView.EffectSize(
                estimator.name(),
                effect.g(),
                effect.variance(),
                effect.se(),
                effect.ci(LEVEL),
                effect.j(),
                estimator.needsComparison() ? months(effect.g()) : null,
                effect.method());
    }

    /** Months of progress are for attainment of pupils, and only against a comparison. */
    MonthsOfProgress months(double g) {
        return "PUPIL".equals(measure.about()) ? MonthsOfProgress.of(g) : null;
    }

    /** @return null where there is none */
    ImpactView.Gain gain(Moments moments) {
        if (moments == null) {
            return null;
        }
        var perMonth = monthsTaught == null ? null : found(Gains.perMonth(moments, monthsTaught, direction()));
        return gain(
                found(Gains.mean(moments, direction())),
                moments.n(),
                perMonth == null ? null : new ImpactView.Rate(perMonth.value(), perMonth.ci(LEVEL)));
    }

    ImpactView.Gain gainDifference(Moments intervention, Moments comparison) {
        return intervention == null || comparison == null
                ? null
                : gain(found(Gains.difference(intervention, comparison, direction())), null, null);
    }

    private ImpactView.Gain gain(MeanGain gain, Long n, ImpactView.Rate perMonth) {
        return gain == null
                ? null
                : new ImpactView.Gain(
                        n,
                        gain.value(),
                        gain.se(),
                        gain.ci(LEVEL),
                        gain.p(),
                        measure.unit(),
                        perMonth == null ? null : monthsTaught,
                        perMonth);
    }

    /** @return null where the measure has no threshold */
    ImpactView.Threshold threshold(PairedShares people) {
        if (people == null || measure.threshold() == null) {
            return null;
        }
        var change = found(ShareDifference.change(people, LEVEL));
        return new ImpactView.Threshold(
                measure.threshold(),
                new ImpactView.Count(people.before().reached(), people.n()),
                new ImpactView.Count(people.after().reached(), people.n()),
                change == null ? null : change.value(),
                change == null ? null : change.ci(),
                change == null ? null : change.p(),
                false,
                null);
    }

    /**
     * How likely an answer after is to be above one before, over these groups as one: of pairs by their steps, or where
     * nobody is paired of all who answered.
     *
     * @return null where there are no few whole steps, or too few people
     */
    ImpactView.Superiority superiority(List<Arm> groups) {
        var paired = groups.stream().filter(arm -> arm.moments() != null).toList();
        if (paired.isEmpty()) {
            return groups.stream()
                    .map(Arm::answers)
                    .filter(Objects::nonNull)
                    .reduce(Answers::together)
                    .map(all -> superiority(
                            all.peopleBefore(),
                            all.peopleAfter(),
                            Superiority.between(all.before(), all.after(), direction())))
                    .orElse(null);
        }
        return paired.stream().anyMatch(arm -> arm.steps() == null)
                ? null
                : paired.stream()
                        .map(Arm::steps)
                        .reduce(Steps::together)
                        .map(all ->
                                superiority(all.people(), all.people(), Superiority.change(all.table(), direction())))
                        .orElse(null);
    }

    private static ImpactView.Superiority superiority(int before, int after, Estimate<Superiority> estimate) {
        var found = found(estimate);
        return found == null
                ? null
                : new ImpactView.Superiority(
                        before, after, found.probability(), found.ci(LEVEL), found.cliffsDelta(), found.p());
    }

    /** All schools' arms as one group, merged in the order of schools; null where none has figures. */
    static Moments merged(List<ImpactData.School> schools, Function<ImpactData.School, Arm> which) {
        var groups = arms(schools, which).stream()
                .map(Arm::moments)
                .filter(Objects::nonNull)
                .toList();
        return groups.isEmpty() ? null : Moments.merged(groups);
    }

    static PairedShares mergedThreshold(List<ImpactData.School> schools) {
        return arms(schools, ImpactData.School::intervention).stream()
                .map(Arm::threshold)
                .filter(Objects::nonNull)
                .reduce(Arm::together)
                .orElse(null);
    }

    static List<Arm> arms(Collection<ImpactData.School> schools, Function<ImpactData.School, Arm> which) {
        return schools.stream().map(which).filter(Objects::nonNull).toList();
    }

    private static <T> T found(Estimate<T> estimate) {
        return switch (estimate) {
            case Estimate.Found<T>(T value) -> value;
            case Estimate.Missing<T> _ -> null;
        };
    }

    /** Months of the cycle to one place, as people count them: from 1 October to 30 April it is seven. */
    private static Double months(ImpactData.Cycle cycle) {
        LocalDate start = cycle.startsOn();
        LocalDate end = cycle.endsOn();
        if (start == null || end == null || !end.isAfter(start)) {
            return null;
        }
        long whole = ChronoUnit.MONTHS.between(start, end);
        LocalDate rest = start.plusMonths(whole);
        double part = (double) ChronoUnit.DAYS.between(rest, end) / rest.lengthOfMonth();
        return Math.round((whole + part) * 10) / 10.0;
    }
}
