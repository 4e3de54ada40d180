package org.trellis.reporting.statistics.pooling;

/** τ² that moderators leave, by the same models as {@link HeterogeneityVariance} without moderators. */
final class ResidualVariance {
    private static final double ROUNDING = 1e-6;

    private ResidualVariance() {}

    /** τ² by a model, not below 0; 0 for a fixed effect. */
    static double of(MixedModel effects, PoolingModel model) {
        return switch (model) {
            case FIXED -> 0;
            case REML -> likeliest(effects, true);
            case ML -> likeliest(effects, false);
            case PM -> pauleMandel(effects);
            case DL -> {
                WeightedFit fit = effects.at(0);
                yield Math.max(0, (fit.q() - effects.free()) / fit.trace());
            }
            case HE -> hedges(effects);
        };
    }

    private static double hedges(MixedModel effects) {
        WeightedFit fit = effects.unweighted();
        double chance = 0;
        for (int i = 0; i < effects.k(); i++) {
            chance += effects.variance(i) * (1 - fit.leverage(i));
        }
        return Math.max(0, (fit.q() - chance) / effects.free());
    }

    private static double pauleMandel(MixedModel effects) {
        double value = effects.free();
        if (!(effects.at(0).q() > value)) {
            return 0;
        }
        return Root.falling(
                tau2 -> {
                    WeightedFit fit = effects.at(tau2);
                    return new Root.Point(fit.q() - value, -fit.fall());
                },
                0,
                effects.unweighted().q() / value,
                0);
    }

    /** As {@link Likelihood}: the highest of all summits along a grid, 0 among them. */
    private static double likeliest(MixedModel effects, boolean restricted) {
        double top = Math.max(effects.mostVariance(), 4 * effects.unweighted().q() / effects.free());
        double[] grid = Grid.of(effects.leastVariance(), top);
        double before = effects.at(0).score(restricted).value();
        boolean found = !(before > 0);
        double highest = 0;
        for (int point = 1; point < grid.length; point++) {
            double after = effects.at(grid[point]).score(restricted).value();
            if (before > 0 && after <= 0) {
                double low = grid[point - 1];
                double start = low + (grid[point] - low) * (before / (before - after));
                double summit = Root.falling(
                        tau2 -> effects.at(tau2).score(restricted),
                        low * (1 - ROUNDING),
                        grid[point] * (1 + ROUNDING),
                        start);
                if (!found
                        || effects.at(summit).logLikelihood(restricted)
                                > effects.at(highest).logLikelihood(restricted)) {
                    highest = summit;
                    found = true;
                }
            }
            before = after;
        }
        return highest;
    }
}
