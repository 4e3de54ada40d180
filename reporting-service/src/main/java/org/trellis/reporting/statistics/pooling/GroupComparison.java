package org.trellis.reporting.statistics.pooling;

import java.util.ArrayList;
import java.util.List;
import org.trellis.reporting.statistics.Distributions;
import org.trellis.reporting.statistics.Interval;

/**
 * Compares groups of effects: a mixed-effects model whose moderator is the group (Borenstein, Hedges, Higgins and
 * Rothstein 2009, ch. 19, pooled τ²). The order of groups and of effects in them changes no figure.
 */
public final class GroupComparison {
    private final List<String> labels;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Sample.Weighted> weighted = new ArrayList<>();
    private final PoolingModel model;
    private final Adjustment adjustment;
    private final double level;
    private final int k;
    private final int free;
    private final double tau2;
    private final double scale;

    private GroupComparison(List<EffectGroup> groups, PoolingModel model, Adjustment asked, double level) {
        this.model = model;
        this.level = level;
        labels = groups.stream().map(EffectGroup::label).toList();
        groups.forEach(group -> samples.add(Sample.of(group.effects(), Sample.order(group.effects()))));
        k = samples.stream().mapToInt(Sample::k).sum();
        free = k - samples.size();
        adjustment = free == 0 ? Adjustment.NONE : asked;
        tau2 = HeterogeneityVariance.common(inOrder(samples), model);
        samples.forEach(sample -> weighted.add(sample.weighted(tau2)));
        scale = scale();
    }

    /**
     * @param groups two or more, none of them empty
     * @param adjustment scales all variances by ΣΣw(y − μ)²/(k − G), with t and F of k − G degrees of freedom (Knapp and
     *     Hartung 2003)
     * @param level confidence of the intervals, between 0 and 1
     * @throws IllegalArgumentException with fewer than two groups, an empty one, or a level not between 0 and 1
     * @throws ArithmeticException if the figures are too far apart to be computed with
     */
    public static ComparedGroups of(List<EffectGroup> groups, PoolingModel model, Adjustment adjustment, double level) {
        if (groups.size() < 2) {
            throw new IllegalArgumentException("two groups or more are compared");
        }
        return new GroupComparison(groups, model, adjustment, level).compared();
    }

    /** So that sums over groups run in the same order however the groups came in. */
    private static List<Sample> inOrder(List<Sample> samples) {
        return samples.stream().sorted(Sample.BY_FIGURES).toList();
    }

    private double scale() {
        if (adjustment == Adjustment.NONE) {
            return 1;
        }
        double q = 0;
        for (Sample sample : inOrder(samples)) {
            q += sample.weighted(tau2).q();
        }
        return adjustment == Adjustment.HARTUNG_KNAPP_MAX1 ? Math.max(1, q / free) : q / free;
    }

    private ComparedGroups compared() {
        double within = 0;
        for (Sample sample : inOrder(samples)) {
            within += sample.weighted(0).q();
        }
        double between = between();
        int df = samples.size() - 1;
        boolean adjusted = adjustment != Adjustment.NONE;
        Double f = adjusted && scale > 0 ? (Double) (between / df / scale) : null;
        double total = HeterogeneityVariance.of(Sample.together(samples), model);
        return Finite.checked(new ComparedGroups(
                k,
                tau2,
                total,
                total == 0 ? null : 100 * Math.max(0, (total - tau2) / total),
                within,
                free,
                free == 0 ? 1 : Distributions.chiSquaredSurvival(within, free),
                between,
                df,
                f,
                p(f, between, df, adjusted),
                groups(),
                differences(),
                words()));
    }

    private double p(Double f, double between, int df, boolean adjusted) {
        if (!adjusted) {
            return Distributions.chiSquaredSurvival(between, df);
        }
        return f != null ? Distributions.fSurvival(f, df, free) : between == 0 ? 1 : 0;
    }

    /** Q of the groups' means, which are themselves effects with a variance. */
    private double between() {
        List<EffectSize> means = weighted.stream()
                .map(w -> new EffectSize(null, w.mean(), 1 / w.weight()))
                .toList();
        return Sample.of(means, Sample.order(means)).weighted(0).q();
    }

    private List<ComparedGroups.Group> groups() {
        List<ComparedGroups.Group> groups = new ArrayList<>();
        for (int g = 0; g < samples.size(); g++) {
            double mean = weighted.get(g).mean();
            double se = se(g);
            groups.add(new ComparedGroups.Group(
                    labels.get(g),
                    samples.get(g).k(),
                    mean,
                    se,
                    around(mean, se),
                    p(mean, se),
                    samples.get(g).weighted(0).q()));
        }
        return groups;
    }

    private List<ComparedGroups.Difference> differences() {
        List<ComparedGroups.Difference> differences = new ArrayList<>();
        for (int one = 0; one < samples.size(); one++) {
            for (int other = one + 1; other < samples.size(); other++) {
                double difference =
                        weighted.get(other).mean() - weighted.get(one).mean();
                double se = StrictMath.sqrt(se(one) * se(one) + se(other) * se(other));
                differences.add(new ComparedGroups.Difference(
                        labels.get(other), labels.get(one), difference, se, around(difference, se), p(difference, se)));
            }
        }
        return differences;
    }

    private double se(int group) {
        return StrictMath.sqrt(scale / weighted.get(group).weight());
    }

    private Interval around(double value, double se) {
        double margin = adjustment == Adjustment.NONE
                ? Distributions.normalMargin(level)
                : Distributions.studentMargin(free, level);
        return Interval.around(value, margin * se, level);
    }

    private double p(double value, double se) {
        if (se == 0) {
            return value == 0 ? 1 : 0;
        }
        return adjustment == Adjustment.NONE
                ? Distributions.normalTwoSided(value / se)
                : Distributions.studentTwoSided(value / se, free);
    }

    private String words() {
        String words = model.words() + ", common to all groups"
                + (adjustment == Adjustment.NONE
                        ? "; normal intervals."
                        : "; Knapp and Hartung's intervals, t with " + free + " df.");
        if (free == 0) {
            words += " Each group has a single effect, so nothing can be said of how effects vary.";
        }
        return words + " Schools were not put into these groups by chance: a difference need not come from the group.";
    }
}
