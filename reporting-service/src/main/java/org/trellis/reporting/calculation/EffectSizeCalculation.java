package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.calculation.EffectSizeRequest.Cohort;
import org.trellis.reporting.calculation.EffectSizeRequest.Scores;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MonthsOfProgress;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.Estimator;
import org.trellis.reporting.statistics.effect.Reason;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;

/** From published figures to an effect size; higher is taken to be better. */
public final class EffectSizeCalculation {
    private static final double USUAL_CONFIDENCE = 0.95;

    private EffectSizeCalculation() {}

    /** @throws InvalidCalculation with all that is wrong, or if the figures allow no effect */
    public static EffectSizeAnswer answer(EffectSizeRequest request) {
        List<Fault> faults = faults(request);
        if (!faults.isEmpty()) {
            throw new InvalidCalculation(faults);
        }
        Estimator estimator = request.estimator();
        Estimate<Effect> estimate = StandardisedMeanDifference.by(
                estimator, moments(request.intervention()), moments(request.comparison()), Direction.HIGHER_IS_BETTER);
        return switch (estimate) {
            case Estimate.Found<Effect>(Effect effect) -> answer(effect, request.confidence());
            case Estimate.Missing<Effect>(Reason reason) ->
                throw new InvalidCalculation(List.of(new Fault("$", reason.sentence())));
        };
    }

    private static EffectSizeAnswer answer(Effect effect, Double confidence) {
        boolean inMonths = effect.estimator().needsComparison();
        return new EffectSizeAnswer(
                effect.estimator(),
                effect.g(),
                effect.variance(),
                effect.se(),
                effect.ci(confidence == null ? USUAL_CONFIDENCE : confidence),
                effect.j(),
                inMonths ? MonthsOfProgress.of(effect.g()) : null,
                inMonths ? effect.method() + " " + MonthsOfProgress.TABLE : effect.method());
    }

    /** Everything that is wrong with the shape of a request; empty if nothing is. */
    public static List<Fault> faults(EffectSizeRequest request) {
        Faults faults = new Faults();
        faults.confidence(request.confidence());
        if (faults.required(request.estimator(), "$.estimator")) {
            Estimator estimator = request.estimator();
            cohort(request.intervention(), "$.intervention", estimator, faults);
            if (estimator.needsComparison()) {
                cohort(request.comparison(), "$.comparison", estimator, faults);
            } else {
                faults.absent(request.comparison(), "$.comparison", estimator + " has none");
            }
        }
        return faults.found();
    }

    private static void cohort(Cohort cohort, String path, Estimator estimator, Faults faults) {
        if (!faults.required(cohort, path)) {
            return;
        }
        int fewest = estimator.needsComparison() ? 2 : 3;
        if (faults.required(cohort.n(), path + ".n") && cohort.n() < fewest) {
            faults.add(path + ".n", "must be at least " + fewest);
        }
        scores(cohort.post(), path + ".post", faults);
        if (estimator.needsBaseline()) {
            scores(cohort.pre(), path + ".pre", faults);
            faults.between(cohort.correlation(), -1, 1, path + ".correlation");
        } else {
            faults.absent(cohort.pre(), path + ".pre", estimator + " has no baseline");
            faults.absent(cohort.correlation(), path + ".correlation", estimator + " has no baseline");
        }
    }

    private static void scores(Scores scores, String path, Faults faults) {
        if (faults.required(scores, path)) {
            faults.number(scores.mean(), path + ".mean");
            faults.positive(scores.sd(), path + ".sd");
        }
    }

    private static Moments moments(Cohort cohort) {
        if (cohort == null) {
            return null;
        }
        Scores post = cohort.post();
        Scores pre = cohort.pre();
        return pre == null
                ? Moments.fromSummary(cohort.n(), post.mean(), post.sd())
                : Moments.fromSummary(cohort.n(), pre.mean(), pre.sd(), post.mean(), post.sd(), cohort.correlation());
    }
}
