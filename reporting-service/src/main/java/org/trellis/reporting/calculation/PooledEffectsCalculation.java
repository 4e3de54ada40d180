package org.trellis.reporting.calculation;

import java.util.List;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/** From effects and variances to a pooled effect, by whatever model is asked for. */
public final class PooledEffectsCalculation {
    /** Beyond it a request is refused; leaving each out in turn grows with the square. */
    public static final int MOST_EFFECTS = 10_000;

    private static final double USUAL_CONFIDENCE = 0.95;

    private PooledEffectsCalculation() {}

    /** @throws InvalidCalculation with all that is wrong, or if the figures are too far apart */
    public static PooledEffectsAnswer answer(PooledEffectsRequest request) {
        List<Fault> faults = faults(request);
        if (!faults.isEmpty()) {
            throw new InvalidCalculation(faults);
        }
        PoolingModel model = request.model() == null ? PoolingModel.REML : request.model();
        Adjustment adjustment = request.adjustment() == null ? model.usualAdjustment() : request.adjustment();
        double confidence = request.confidence() == null ? USUAL_CONFIDENCE : request.confidence();
        List<EffectSize> effects = request.effects().stream()
                .map(entry -> new EffectSize(entry.label(), entry.effect(), entry.variance()))
                .toList();
        try {
            return PooledEffectsAnswer.from(
                    Pooling.pool(effects, model, adjustment, confidence),
                    Pooling.leaveOneOut(effects, model, adjustment));
        } catch (ArithmeticException e) {
            throw new InvalidCalculation(
                    List.of(new Fault("$.effects", "are too large, too small or too far apart to be computed with")));
        }
    }

    /** Everything that is wrong with the shape of a request; empty if nothing is. */
    public static List<Fault> faults(PooledEffectsRequest request) {
        Faults faults = new Faults();
        faults.confidence(request.confidence());
        List<Entry> effects = request.effects();
        if (faults.required(effects, "$.effects")) {
            if (effects.isEmpty()) {
                faults.add("$.effects", "must have at least one effect");
            }
            if (effects.size() > MOST_EFFECTS) {
                faults.add("$.effects", "must have at most 10000 effects");
                return faults.found();
            }
            for (int i = 0; i < effects.size(); i++) {
                String path = "$.effects[" + i + "]";
                Entry entry = effects.get(i);
                if (faults.required(entry, path)) {
                    faults.number(entry.effect(), path + ".effect");
                    faults.positive(entry.variance(), path + ".variance");
                }
            }
        }
        return faults.found();
    }
}
