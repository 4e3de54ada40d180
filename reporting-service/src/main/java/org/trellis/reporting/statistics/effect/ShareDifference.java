package org.trellis.reporting.statistics.effect;

import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * The difference of two shares of people who reach a threshold: the estimator RISK_DIFFERENCE.
 *
 * @param value second share less the first (after less before, or intervention less comparison), −1 to 1
 * @param variance 0 where everybody or nobody changed: such a difference cannot be pooled
 * @param ci Newcombe's interval
 * @param p exact McNemar p where the same people were asked twice, otherwise null
 */
public record ShareDifference(double value, double variance, Interval ci, Double p) {

    /**
     * Different people: Wilson's intervals of both shares, squared and added (Newcombe 1998, "Interval estimation for
     * the difference between independent proportions", Statistics in Medicine 17(8), method 10).
     *
     * @param level confidence, between 0 and 1
     * @return missing if a group is empty
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Estimate<ShareDifference> between(Share intervention, Share comparison, double level) {
        if (intervention.n() == 0 || comparison.n() == 0) {
            return Estimate.missing(Reason.NO_ANSWERS);
        }
        double variance = binomial(intervention) + binomial(comparison);
        Interval ci = squareAndAdd(comparison, intervention, 0, level);
        return Estimate.found(new ShareDifference(intervention.value() - comparison.value(), variance, ci, null));
    }

    /**
     * The same people before and after: as above, with the correlation of both answers, corrected for continuity
     * (Newcombe 1998, "Improved confidence intervals for the difference between binomial proportions based on paired
     * data", Statistics in Medicine 17(22), method 10); p is McNemar's exact one, a sign test of those who changed.
     *
     * @param level confidence, between 0 and 1
     * @return missing if there is nobody
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Estimate<ShareDifference> change(PairedShares people, double level) {
        double n = people.n();
        if (n == 0) {
            return Estimate.missing(Reason.NO_ANSWERS);
        }
        double change = (people.gained() - people.lost()) / n;
        double variance = ((people.gained() + people.lost()) / n - change * change) / n;
        Interval ci = squareAndAdd(people.before(), people.after(), correlation(people), level);
        double p = Distributions.signTest(people.gained(), people.lost());
        return Estimate.found(new ShareDifference(change, Math.max(0, variance), ci, p));
    }

    private static double binomial(Share share) {
        return share.value() * (1 - share.value()) / share.n();
    }

    private static Interval squareAndAdd(Share first, Share second, double phi, double level) {
        Interval one = wilson(first, level);
        Interval two = wilson(second, level);
        double value = second.value() - first.value();
        double down = combined(second.value() - two.lower(), one.upper() - first.value(), phi);
        double up = combined(two.upper() - second.value(), first.value() - one.lower(), phi);
        return new Interval(level, value - down, value + up);
    }

    /** The margin of a difference from the margins of its parts, which are correlated by phi. */
    private static double combined(double a, double b, double phi) {
        return StrictMath.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
    }

    private static Interval wilson(Share share, double level) {
        double z = Distributions.normalMargin(level);
        double n = share.n();
        double p = share.value();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double margin = z * StrictMath.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        return new Interval(level, Math.min(p, centre - margin), Math.max(p, centre + margin));
    }

    private static double correlation(PairedShares people) {
        double before = people.before().reached();
        double after = people.after().reached();
        double n = people.n();
        double margins = before * (n - before) * after * (n - after);
        if (margins == 0) {
            return 0;
        }
        double product = (double) people.both() * people.neither() - (double) people.lost() * people.gained();
        double corrected = product > 0 ? Math.max(0, product - n / 2) : product;
        return corrected / StrictMath.sqrt(margins);
    }
}
