package org.trellis.reporting.calculation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;
import org.trellis.reporting.statistics.pooling.Step;

/** From effects and variances to a pooled effect, by whatever model is asked for. */
public final class PooledEffectsCalculation {
    /** Beyond it a request is refused. */
    public static final int MOST_EFFECTS = Faults.MOST_EFFECTS;

    /** Pooling anew for each day grows with the square of their number. */
    private static final int MOST_DATED = 1_000;

    private PooledEffectsCalculation() {}

    /** @throws InvalidCalculation with all that is wrong, or if the figures are too far apart */
    public static PooledEffectsAnswer answer(PooledEffectsRequest request) {
        Faults.none(faults(request));
        PoolingModel model = request.model() == null ? PoolingModel.REML : request.model();
        Adjustment adjustment = request.adjustment() == null ? model.usualAdjustment() : request.adjustment();
        double confidence = request.confidence() == null ? Faults.USUAL_CONFIDENCE : request.confidence();
        List<EffectSize> effects =
                request.effects().stream().map(Entry::figures).toList();
        return computable(() -> PooledEffectsAnswer.from(
                Pooling.pool(effects, model, adjustment, confidence),
                Pooling.leaveOneOut(effects, model, adjustment),
                grown(request, effects, model, adjustment, confidence)));
    }

    private static List<Step> grown(
            PooledEffectsRequest request,
            List<EffectSize> effects,
            PoolingModel model,
            Adjustment adjustment,
            double confidence) {
        return dated(request) == 0
                ? null
                : Pooling.cumulative(
                        effects, request.effects().stream().map(Entry::date).toList(), model, adjustment, confidence);
    }

    /** @throws InvalidCalculation if the figures are too far apart */
    static <T> T computable(Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (ArithmeticException e) {
            throw new InvalidCalculation(
                    List.of(new Fault("$.effects", "are too large, too small or too far apart to be computed with")));
        }
    }

    /** Everything that is wrong with the shape of a request; empty if nothing is. */
    public static List<Fault> faults(PooledEffectsRequest request) {
        Faults faults = new Faults();
        faults.confidence(request.confidence());
        faults.effects(request.effects(), "$.effects", Function.identity(), (entry, path) -> {});
        if (faults.found().isEmpty() && dated(request) > 0) {
            if (dated(request) < request.effects().size()) {
                faults.add("$.effects", "must all have a date, or none");
            } else if (dated(request) > MOST_DATED) {
                faults.add("$.effects", "must be at most " + MOST_DATED + " to be pooled by date");
            }
        }
        return faults.found();
    }

    private static long dated(PooledEffectsRequest request) {
        return request.effects().stream()
                .map(Entry::date)
                .filter(Objects::nonNull)
                .count();
    }
}
