package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.statistics.effect.Design;
import org.trellis.reporting.statistics.effect.Estimator;

/**
 * The figures of a study whose effect size is wanted. Fields may be absent here, so that all that is missing can be named
 * at once.
 *
 * @param design WITHIN_SCHOOLS unless given; BETWEEN_SCHOOLS for ANCOVA and POST_SMD, with figures school by school
 * @param confidence of the interval, 0.95 unless given
 * @param monthsTaught between the two points, for RATE alone
 * @param comparison absent for PRE_POST and RATE, and where the same people were asked twice
 */
public record EffectSizeRequest(
        Estimator estimator,
        Design design,
        Double confidence,
        Double monthsTaught,
        Cohort intervention,
        Cohort comparison) {

    public EffectSizeRequest(Estimator estimator, Double confidence, Cohort intervention, Cohort comparison) {
        this(estimator, null, confidence, null, intervention, comparison);
    }

    boolean betweenSchools() {
        return design == Design.BETWEEN_SCHOOLS;
    }

    /**
     * The figures of one arm; which of them, the estimator says.
     *
     * @param n people, at least 2
     * @param pre scores at the earlier point, absent for POST_SMD
     * @param correlation of earlier and later scores, between −1 and 1, absent for POST_SMD
     * @param reached people of n who reach the threshold, for RISK_DIFFERENCE and ODDS_RATIO
     * @param paired the same people before and after, in place of n, reached and a comparison
     * @param counts answers from the lowest category to the highest, for SUPERIORITY
     * @param crossed the same people before (rows) and after (columns), in place of counts and a comparison
     * @param schools school by school, where whole schools are in one arm
     */
    public record Cohort(
            Long n,
            Scores pre,
            Scores post,
            Double correlation,
            Integer reached,
            Paired paired,
            List<Integer> counts,
            List<List<Integer>> crossed,
            List<School> schools) {

        public Cohort(Long n, Scores pre, Scores post, Double correlation) {
            this(n, pre, post, correlation, null, null, null, null, null);
        }
    }

    /**
     * @param sd standard deviation with n − 1, more than 0
     */
    public record Scores(Double mean, Double sd) {}

    /** People by whether they reach the threshold: before and after, before only, after only, never. */
    public record Paired(Integer both, Integer lost, Integer gained, Integer neither) {}

    /** One school of an arm; as in {@link Cohort}. */
    public record School(Long n, Scores pre, Scores post, Double correlation) {}
}
