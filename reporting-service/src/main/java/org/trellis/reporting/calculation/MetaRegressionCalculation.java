package org.trellis.reporting.calculation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.MetaRegressionRequest.ModeratedEntry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.MetaRegression;
import org.trellis.reporting.statistics.pooling.Permutations;
import org.trellis.reporting.statistics.pooling.PoolingModel;
import org.trellis.reporting.statistics.pooling.RegressedEffects;

/** From effects and what differs between them to how much that explains. */
public final class MetaRegressionCalculation {
    private static final int MOST_MODERATORS = 10;
    private static final int MOST_PERMUTATIONS = 10_000;

    /** Of permutations times effects times the square of coefficients, which is what time goes with. */
    private static final double MOST_WORK = 4e6;

    private MetaRegressionCalculation() {}

    /** @throws InvalidCalculation with all that is wrong, or if the figures cannot be computed with */
    public static RegressedEffects answer(MetaRegressionRequest request) {
        Faults.none(faults(request));
        PoolingModel model = request.model() == null ? PoolingModel.REML : request.model();
        Adjustment adjustment = request.adjustment() == null ? model.usualAdjustment() : request.adjustment();
        double confidence = request.confidence() == null ? Faults.USUAL_CONFIDENCE : request.confidence();
        Permutations permutations = request.permutations() == null
                ? null
                : new Permutations(request.permutations(), request.seed() == null ? 1 : request.seed());
        try {
            return PooledEffectsCalculation.computable(() -> MetaRegression.of(
                    request.moderators(),
                    request.effects().stream().map(ModeratedEntry::figures).toList(),
                    model,
                    adjustment,
                    confidence,
                    permutations));
        } catch (IllegalArgumentException e) {
            throw new InvalidCalculation(
                    List.of(new Fault("$.moderators", "must not follow from one another, nor be the same everywhere")));
        }
    }

    private static List<Fault> faults(MetaRegressionRequest request) {
        Faults faults = new Faults();
        faults.confidence(request.confidence());
        moderators(request, faults);
        int moderators = request.moderators() == null ? 0 : request.moderators().size();
        faults.effects(request.effects(), "$.effects", ModeratedEntry::entry, (entry, path) -> {
            if (faults.required(entry.values(), path + ".values")) {
                values(entry.values(), moderators, path + ".values", faults);
            }
        });
        if (faults.found().isEmpty()) {
            if (request.effects().size() <= moderators + 1) {
                faults.add("$.effects", "must be more than there are moderators and an intercept");
            }
            permutations(request, faults);
        }
        return faults.found();
    }

    private static void moderators(MetaRegressionRequest request, Faults faults) {
        if (!faults.required(request.moderators(), "$.moderators")) {
            return;
        }
        Set<String> names = new HashSet<>(request.moderators());
        if (request.moderators().isEmpty() || request.moderators().size() > MOST_MODERATORS) {
            faults.add("$.moderators", "must be 1 to " + MOST_MODERATORS);
        } else if (names.size() < request.moderators().size()
                || names.stream().anyMatch(name -> name == null || name.isBlank())) {
            faults.add("$.moderators", "must each have a name of their own");
        }
    }

    private static void values(List<Double> values, int moderators, String path, Faults faults) {
        if (values.size() != moderators) {
            faults.add(path, "must be one for each moderator");
            return;
        }
        for (int j = 0; j < values.size(); j++) {
            faults.number(values.get(j), path + "[" + j + "]");
        }
    }

    private static void permutations(MetaRegressionRequest request, Faults faults) {
        Integer times = request.permutations();
        if (times == null) {
            faults.absent(request.seed(), "$.seed", "no permutations are asked for");
            return;
        }
        double coefficients = request.moderators().size() + 1.0;
        if (times < 1 || times > MOST_PERMUTATIONS) {
            faults.add("$.permutations", "must be from 1 to " + MOST_PERMUTATIONS);
        } else if (times * request.effects().size() * coefficients * coefficients > MOST_WORK) {
            faults.add("$.permutations", "times effects times coefficients squared must be at most 4000000");
        }
    }
}
