package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;

/** Gains from the earlier to the later point in the measure's own units, with Student's t (Student 1908). */
public final class Gains {

    private Gains() {}

    /**
     * Mean gain ȳ − x̄ with standard error s/√n, s the standard deviation of the gains, and n − 1 degrees of freedom.
     *
     * @return missing with fewer than two pupils, or if all gained the same
     */
    public static Estimate<MeanGain> mean(Moments cell, Direction direction) {
        return perMonth(cell, 1, direction);
    }

    /**
     * Mean gain for each month taught: the estimator RATE. For a measure in months, 1 is the pace of the calendar.
     *
     * @param months taught between the two points, more than 0
     * @return missing with fewer than two pupils, or if all gained the same
     * @throws IllegalArgumentException if months is not positive
     */
    public static Estimate<MeanGain> perMonth(Moments cell, double months, Direction direction) {
        if (!(months > 0)) {
            throw new IllegalArgumentException("a rate needs months taught");
        }
        if (cell.n() < 2) {
            return Estimate.missing(Reason.TOO_FEW);
        }
        double sd = cell.sdGain();
        if (sd == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        double se = sd / StrictMath.sqrt(cell.n());
        return MeanGain.checked(direction.better(cell.meanGain()) / months, se / months, cell.n() - 1.0);
    }

    /**
     * Mean gain of the intervention less that of the comparison cohort, whose spreads may differ: SE² = sT²/nT + sC²/nC
     * and Welch's degrees of freedom (Welch 1947, "The generalization of Student's problem", Biometrika 34).
     *
     * @param comparison null if there is none
     * @return missing without a comparison, with fewer than two pupils in an arm, or if gains do not vary in either
     */
    public static Estimate<MeanGain> difference(Moments intervention, Moments comparison, Direction direction) {
        if (comparison == null || comparison.n() == 0) {
            return Estimate.missing(Reason.NO_COMPARISON);
        }
        if (intervention.n() < 2 || comparison.n() < 2) {
            return Estimate.missing(Reason.TOO_FEW);
        }
        double ofIntervention = intervention.sdGain() * intervention.sdGain() / intervention.n();
        double ofComparison = comparison.sdGain() * comparison.sdGain() / comparison.n();
        double se2 = ofIntervention + ofComparison;
        if (se2 == 0) {
            return Estimate.missing(Reason.NO_SPREAD);
        }
        double df = se2
                * se2
                / (ofIntervention * ofIntervention / (intervention.n() - 1)
                        + ofComparison * ofComparison / (comparison.n() - 1));
        double gain = intervention.meanGain() - comparison.meanGain();
        return MeanGain.checked(direction.better(gain), StrictMath.sqrt(se2), df);
    }
}
