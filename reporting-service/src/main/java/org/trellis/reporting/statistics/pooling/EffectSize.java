package org.trellis.reporting.statistics.pooling;

/**
 * One effect to be pooled, on any scale that all of them share.
 *
 * @param label whose effect it is; not looked at
 * @param effect finite
 * @param variance its sampling variance, finite and more than 0
 */
public record EffectSize(String label, double effect, double variance) {

    /** @throws IllegalArgumentException if a figure is not finite or the variance is not positive */
    public EffectSize {
        if (!Double.isFinite(effect)) {
            throw new IllegalArgumentException("an effect is finite");
        }
        if (!Double.isFinite(variance) || variance <= 0) {
            throw new IllegalArgumentException("a variance is finite and more than 0");
        }
    }
}
