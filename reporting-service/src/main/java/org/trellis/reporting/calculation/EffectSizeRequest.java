package org.trellis.reporting.calculation;

import org.trellis.reporting.statistics.effect.Estimator;

/**
 * The figures of a study whose effect size is wanted. Fields may be absent here, so that all that is missing can be named
 * at once.
 *
 * @param confidence of the interval, 0.95 unless given
 * @param comparison absent for PRE_POST
 */
public record EffectSizeRequest(Estimator estimator, Double confidence, Cohort intervention, Cohort comparison) {

    /**
     * @param n people, at least 2
     * @param pre scores at the earlier point, absent for POST_SMD
     * @param correlation of earlier and later scores, between −1 and 1, absent for POST_SMD
     */
    public record Cohort(Long n, Scores pre, Scores post, Double correlation) {}

    /**
     * @param sd standard deviation with n − 1, more than 0
     */
    public record Scores(Double mean, Double sd) {}
}
