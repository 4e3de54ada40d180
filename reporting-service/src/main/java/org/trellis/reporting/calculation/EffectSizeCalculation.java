package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.calculation.EffectSizeRequest.Cohort;
import org.trellis.reporting.calculation.EffectSizeRequest.Paired;
import org.trellis.reporting.calculation.EffectSizeRequest.School;
import org.trellis.reporting.calculation.EffectSizeRequest.Scores;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.BetweenSchools;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.Estimator;
import org.trellis.reporting.statistics.effect.Gains;
import org.trellis.reporting.statistics.effect.OddsRatio;
import org.trellis.reporting.statistics.effect.PairedShares;
import org.trellis.reporting.statistics.effect.Share;
import org.trellis.reporting.statistics.effect.ShareDifference;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.effect.Superiority;

/** From published figures to an effect size; higher is taken to be better. */
public final class EffectSizeCalculation {
    private static final Direction BETTER = Direction.HIGHER_IS_BETTER;

    private final EffectSizeRequest asked;
    private final double confidence;

    private EffectSizeCalculation(EffectSizeRequest asked) {
        this.asked = asked;
        confidence = asked.confidence() == null ? Faults.USUAL_CONFIDENCE : asked.confidence();
    }

    /** @throws InvalidCalculation with all that is wrong, or if the figures allow no effect */
    public static EffectSizeAnswer answer(EffectSizeRequest request) {
        Faults.none(EffectSizeFaults.of(request));
        return new EffectSizeCalculation(request).answer();
    }

    private EffectSizeAnswer answer() {
        if (asked.betweenSchools()) {
            BetweenSchools found = found(betweenSchools());
            return EffectSizeAnswer.of(found.effect(), confidence, found.intraclassCorrelation(), found.schools());
        }
        return switch (asked.estimator()) {
            case ANCOVA, PRE_POST_CONTROL, POST_SMD, PRE_POST ->
                EffectSizeAnswer.of(
                        found(StandardisedMeanDifference.by(
                                asked.estimator(), moments(asked.intervention()), moments(asked.comparison()), BETTER)),
                        confidence,
                        null,
                        null);
            case RISK_DIFFERENCE -> riskDifference();
            case ODDS_RATIO -> oddsRatio();
            case SUPERIORITY -> superiority();
            case RATE -> rate();
        };
    }

    private Estimate<BetweenSchools> betweenSchools() {
        var intervention = schools(asked.intervention());
        var comparison = schools(asked.comparison());
        return asked.estimator() == Estimator.ANCOVA
                ? BetweenSchools.ancova(intervention, comparison, BETTER)
                : BetweenSchools.postSmd(intervention, comparison, BETTER);
    }

    private EffectSizeAnswer riskDifference() {
        ShareDifference found = found(
                asked.comparison() == null
                        ? ShareDifference.change(paired(), confidence)
                        : ShareDifference.between(share(asked.intervention()), share(asked.comparison()), confidence));
        return EffectSizeAnswer.of(
                asked.estimator(), found.value(), found.variance(), found.ci(), null, found.p(), null, null);
    }

    private EffectSizeAnswer oddsRatio() {
        OddsRatio found = found(
                asked.comparison() == null
                        ? OddsRatio.change(paired())
                        : OddsRatio.between(share(asked.intervention()), share(asked.comparison())));
        return EffectSizeAnswer.of(
                asked.estimator(),
                found.log(),
                found.variance(),
                found.ci(confidence),
                null,
                null,
                found.ratio(),
                null);
    }

    private EffectSizeAnswer superiority() {
        Superiority found = found(
                asked.comparison() == null
                        ? Superiority.change(
                                asked.intervention().crossed().stream()
                                        .map(EffectSizeCalculation::ints)
                                        .toArray(int[][]::new),
                                BETTER)
                        : Superiority.between(
                                ints(asked.comparison().counts()),
                                ints(asked.intervention().counts()),
                                BETTER));
        return EffectSizeAnswer.of(
                asked.estimator(),
                found.probability(),
                found.se() * found.se(),
                found.ci(confidence),
                found.df(),
                found.p(),
                null,
                found.cliffsDelta());
    }

    private EffectSizeAnswer rate() {
        var found = found(Gains.perMonth(moments(asked.intervention()), asked.monthsTaught(), BETTER));
        return EffectSizeAnswer.of(
                asked.estimator(),
                found.value(),
                found.se() * found.se(),
                found.ci(confidence),
                found.df(),
                found.p(),
                null,
                null);
    }

    private static <T> T found(Estimate<T> estimate) {
        return switch (estimate) {
            case Estimate.Found<T>(T value) -> value;
            case Estimate.Missing<T>(var reason) ->
                throw new InvalidCalculation(List.of(new Fault("$", reason.sentence())));
        };
    }

    private static List<Moments> schools(Cohort cohort) {
        return cohort.schools().stream().map(EffectSizeCalculation::moments).toList();
    }

    private PairedShares paired() {
        Paired people = asked.intervention().paired();
        return new PairedShares(people.both(), people.lost(), people.gained(), people.neither());
    }

    private static Share share(Cohort cohort) {
        return new Share(cohort.reached(), Math.toIntExact(cohort.n()));
    }

    private static int[] ints(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Moments moments(Cohort cohort) {
        return cohort == null
                ? null
                : moments(new School(cohort.n(), cohort.pre(), cohort.post(), cohort.correlation()));
    }

    private static Moments moments(School of) {
        Scores post = of.post();
        Scores pre = of.pre();
        return pre == null
                ? Moments.fromSummary(of.n(), post.mean(), post.sd())
                : Moments.fromSummary(of.n(), pre.mean(), pre.sd(), post.mean(), post.sd(), of.correlation());
    }
}
