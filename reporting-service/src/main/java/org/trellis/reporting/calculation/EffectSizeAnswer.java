package org.trellis.reporting.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.MonthsOfProgress;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimator;

/**
 * An effect size as calculated. Where it is not in standard deviations, {@code value} stands in the place of {@code g}.
 *
 * @param variance of g or of the value
 * @param j Hedges' correction that g contains
 * @param months as if the figures were attainment of pupils; null without a comparison
 * @param value a difference of shares, the logarithm of an odds ratio, a probability, or a gain a month
 * @param df degrees of freedom of a t
 * @param p two-sided, of no effect; exact McNemar's where the same people were asked twice
 * @param ratio the odds ratio itself
 * @param cliffsDelta 2·value − 1 of a probability
 * @param intraclassCorrelation share of the variance between schools, where whole schools are in one arm
 * @param schools in both arms, where whole schools are in one
 */
public record EffectSizeAnswer(
        Estimator estimator,
        @JsonInclude(Include.NON_NULL) Double g,
        double variance,
        double se,
        Interval ci,
        @JsonInclude(Include.NON_NULL) Double j,
        MonthsOfProgress months,
        String method,
        @JsonInclude(Include.NON_NULL) Double value,
        @JsonInclude(Include.NON_NULL) Double df,
        @JsonInclude(Include.NON_NULL) Double p,
        @JsonInclude(Include.NON_NULL) Double ratio,
        @JsonInclude(Include.NON_NULL) Double cliffsDelta,
        @JsonInclude(Include.NON_NULL) Double intraclassCorrelation,
        @JsonInclude(Include.NON_NULL) Integer schools) {

    static EffectSizeAnswer of(Effect effect, double confidence, Double intraclassCorrelation, Integer schools) {
        boolean inMonths = effect.estimator().needsComparison();
        return new EffectSizeAnswer(
                effect.estimator(),
                effect.g(),
                effect.variance(),
                effect.se(),
                effect.ci(confidence),
                effect.j(),
                inMonths ? MonthsOfProgress.of(effect.g()) : null,
                inMonths ? effect.method() + " " + MonthsOfProgress.TABLE : effect.method(),
                null,
                null,
                null,
                null,
                null,
                intraclassCorrelation,
                schools);
    }

    /** An effect on a scale of its own. */
    static EffectSizeAnswer of(
            Estimator estimator,
            double value,
            double variance,
            Interval ci,
            Double df,
            Double p,
            Double ratio,
            Double cliffsDelta) {
        return new EffectSizeAnswer(
                estimator,
                null,
                variance,
                StrictMath.sqrt(variance),
                ci,
                null,
                null,
                estimator.method(),
                value,
                df,
                p,
                ratio,
                cliffsDelta,
                null,
                null);
    }
}
