package org.trellis.reporting.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.pooling.LeftOut;
import org.trellis.reporting.statistics.pooling.PooledEffect;
import org.trellis.reporting.statistics.pooling.Step;

/**
 * Effects as pooled: {@link PooledEffect} with the same figures, what they would be without each effect, and how they grew
 * by date.
 *
 * @param cumulative absent where the effects have no dates
 */
public record PooledEffectsAnswer(
        int k,
        double estimate,
        double se,
        Interval ci,
        double p,
        double tau2,
        Bounds tau2Ci,
        double q,
        int qDf,
        double qP,
        double i2FromQ,
        double i2FromTau2,
        double h2,
        Interval predictionInterval,
        List<Double> weights,
        List<LeftOut> leaveOneOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Step> cumulative,
        String method) {

    public static PooledEffectsAnswer from(PooledEffect pooled, List<LeftOut> leaveOneOut, List<Step> cumulative) {
        return new PooledEffectsAnswer(
                pooled.k(),
                pooled.estimate(),
                pooled.se(),
                pooled.ci(),
                pooled.p(),
                pooled.tau2(),
                pooled.tau2Ci(),
                pooled.q(),
                pooled.qDf(),
                pooled.qP(),
                pooled.i2FromQ(),
                pooled.i2FromTau2(),
                pooled.h2(),
                pooled.predictionInterval(),
                pooled.weights(),
                leaveOneOut,
                cumulative,
                pooled.method());
    }
}
