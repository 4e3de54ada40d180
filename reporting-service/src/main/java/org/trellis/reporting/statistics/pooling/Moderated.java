package org.trellis.reporting.statistics.pooling;

import java.util.List;

/**
 * An effect and what may have moderated it.
 *
 * @param moderators a number for each moderator, 0 and 1 for a group; finite, as many for every effect
 */
public record Moderated(EffectSize effect, List<Double> moderators) {

    /** @throws IllegalArgumentException if a moderator is not finite */
    public Moderated {
        moderators = List.copyOf(moderators);
        if (!moderators.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a moderator is finite");
        }
    }
}
