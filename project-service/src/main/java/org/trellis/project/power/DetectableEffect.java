package org.trellis.project.power;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest effect that a study would probably show, in standard deviations: its standard error times Bloom's
 * multiplier, t(1 - alpha/2) + t(power), with the study's degrees of freedom.
 *
 * <p>Sources: H. S. Bloom, Minimum detectable effects, Evaluation Review 19 (1995); N. Dong and R. Maynard, PowerUp!,
 * Journal of Research on Educational Effectiveness 6 (2013), models IRA, BIRA2_1c, CRA2_2r and, for clusters within
 * blocks, BCRA3_2f with a constant effect; before and after, B. J. Becker (1988). The Education Endowment Foundation
 * asks for the same figure.
 *
 * @param effect in standard deviations: of the scores after, or of those before where there is no comparison
 * @param multiplier how many standard errors the effect is
 * @param standardError of the estimate, in standard deviations
 */
record DetectableEffect(
        double effect,
        double multiplier,
        double standardError,
        int degreesOfFreedom,
        double alpha,
        double power,
        String method) {
    private static final String METHOD =
            "Bloom (1995), Dong and Maynard (2013): standard error times t(1 - alpha/2) + t(power), two-sided";

    static DetectableEffect of(Figures figures) {
        double multiplier = multiplier(figures.degreesOfFreedom(), figures.alpha(), figures.power());
        double error = standardError(figures);
        return new DetectableEffect(
                multiplier * error,
                multiplier,
                error,
                figures.degreesOfFreedom(),
                figures.alpha(),
                figures.power(),
                METHOD);
    }

    static double multiplier(double degreesOfFreedom, double alpha, double power) {
        var t = TDistribution.of(degreesOfFreedom);
        return t.inverseSurvivalProbability(alpha / 2) + t.inverseCumulativeProbability(power);
    }

    static double standardError(Figures figures) {
        double r = figures.correlation();
        if (figures.study() == Study.BEFORE_AND_AFTER) {
            return Math.sqrt(2 * (1 - r) / figures.intervention());
        }
        double units = 1.0 / figures.intervention() + 1.0 / figures.comparison();
        double variance = figures.study() == Study.CLUSTERS ? figures.icc() + (1 - figures.icc()) / figures.size() : 1;
        return Math.sqrt(units * variance * (1 - r * r));
    }
}
