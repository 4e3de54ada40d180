package org.trellis.reporting.statistics.pooling;

import java.util.List;

/**
 * Effects that have something in common, such as those of primary schools.
 *
 * @param label what they have in common; not looked at
 * @param effects one or more
 */
public record EffectGroup(String label, List<EffectSize> effects) {

    /** @throws IllegalArgumentException if there is no effect */
    public EffectGroup {
        effects = List.copyOf(effects);
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a group has an effect");
        }
    }
}
