package org.trellis.reporting.calculation;

import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.MonthsOfProgress;
import org.trellis.reporting.statistics.effect.Estimator;

/**
 * An effect size as calculated.
 *
 * @param j Hedges' correction that g contains
 * @param months as if the figures were attainment of pupils; null without a comparison
 */
public record EffectSizeAnswer(
        Estimator estimator,
        double g,
        double variance,
        double se,
        Interval ci,
        double j,
        MonthsOfProgress months,
        String method) {}
