package org.trellis.reporting.statistics.pooling;

import java.util.List;
import org.trellis.reporting.statistics.Interval;

/**
 * Groups of effects pooled each about a mean of its own, with a common τ², and held against one another.
 *
 * @param k number of effects in all groups
 * @param tau2 variance between the effects of a group, common to all groups; 0 for a fixed effect
 * @param tau2Total variance between all effects, groups forgotten, by the same model
 * @param r2 percent of {@code tau2Total} that the groups account for, not below 0; null where it is 0
 * @param qWithin Σ of the groups' Cochran's Q
 * @param qWithinDf k less the number of groups
 * @param qWithinP P(χ² &gt; Q); 1 with no degrees of freedom
 * @param qBetween Σ(μ − μ̄)²/SE² over groups, with Wald's SE at the common τ² and μ̄ weighted by its inverse square
 * @param qBetweenDf groups less 1
 * @param f {@code qBetween} over its degrees of freedom and over the adjustment's scale, where one is made; otherwise null
 * @param pBetween of no difference between the groups: by χ², or where adjusted by F
 * @param groups in the order given
 * @param differences of each later group to each earlier one
 * @param method in words, with what to beware of
 */
public record ComparedGroups(
        int k,
        double tau2,
        double tau2Total,
        Double r2,
        double qWithin,
        int qWithinDf,
        double qWithinP,
        double qBetween,
        int qBetweenDf,
        Double f,
        double pBetween,
        List<Group> groups,
        List<Difference> differences,
        String method) {

    public ComparedGroups {
        groups = List.copyOf(groups);
        differences = List.copyOf(differences);
    }

    /**
     * One group's pooled effect.
     *
     * @param q Cochran's Q about the group's fixed effect
     */
    public record Group(String label, int k, double estimate, double se, Interval ci, double p, double q) {}

    /**
     * What one group's pooled effect is above another's.
     *
     * @param label of the group
     * @param than label of the one that it is compared with
     * @param difference the first's estimate less the second's
     * @param se √(SE² + SE²), groups being of different schools
     * @param p two-sided, of no difference; not corrected for the number of comparisons
     */
    public record Difference(String label, String than, double difference, double se, Interval ci, double p) {}
}
