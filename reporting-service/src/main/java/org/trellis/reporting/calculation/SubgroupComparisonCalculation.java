package org.trellis.reporting.calculation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;
import org.trellis.reporting.calculation.SubgroupComparisonRequest.Group;
import org.trellis.reporting.statistics.pooling.Adjustment;
import org.trellis.reporting.statistics.pooling.ComparedGroups;
import org.trellis.reporting.statistics.pooling.EffectGroup;
import org.trellis.reporting.statistics.pooling.GroupComparison;
import org.trellis.reporting.statistics.pooling.PoolingModel;

/** From groups of effects to how much they differ. */
public final class SubgroupComparisonCalculation {
    private static final int MOST_GROUPS = 50;

    private SubgroupComparisonCalculation() {}

    /** @throws InvalidCalculation with all that is wrong, or if the figures are too far apart */
    public static ComparedGroups answer(SubgroupComparisonRequest request) {
        Faults.none(faults(request));
        PoolingModel model = request.model() == null ? PoolingModel.REML : request.model();
        Adjustment adjustment = request.adjustment() == null ? model.usualAdjustment() : request.adjustment();
        double confidence = request.confidence() == null ? Faults.USUAL_CONFIDENCE : request.confidence();
        List<EffectGroup> groups = request.groups().stream()
                .map(group -> new EffectGroup(
                        group.label(),
                        group.effects().stream().map(Entry::figures).toList()))
                .toList();
        return PooledEffectsCalculation.computable(() -> GroupComparison.of(groups, model, adjustment, confidence));
    }

    private static List<Fault> faults(SubgroupComparisonRequest request) {
        Faults faults = new Faults();
        faults.confidence(request.confidence());
        List<Group> groups = request.groups();
        if (faults.required(groups, "$.groups")) {
            if (groups.size() < 2 || groups.size() > MOST_GROUPS) {
                faults.add("$.groups", "must be 2 to " + MOST_GROUPS);
                return faults.found();
            }
            groups(groups, faults);
        }
        return faults.found();
    }

    private static void groups(List<Group> groups, Faults faults) {
        Set<String> labels = new HashSet<>();
        int effects = 0;
        for (int i = 0; i < groups.size(); i++) {
            String path = "$.groups[" + i + "]";
            Group group = groups.get(i);
            if (faults.required(group, path)) {
                if (faults.required(group.label(), path + ".label") && !labels.add(group.label())) {
                    faults.add(path + ".label", "is another group's too");
                }
                effects += group.effects() == null ? 0 : group.effects().size();
                faults.effects(group.effects(), path + ".effects", Function.identity(), (entry, at) -> {});
            }
        }
        if (effects > Faults.MOST_EFFECTS) {
            faults.add("$.groups", "must have at most 10000 effects together");
        }
    }
}
