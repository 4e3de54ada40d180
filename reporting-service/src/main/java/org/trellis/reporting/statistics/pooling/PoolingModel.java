package org.trellis.reporting.statistics.pooling;

/** How effects are taken to vary, and how the variance between them, τ², is estimated. */
public enum PoolingModel {
    FIXED("Fixed effect: one effect that all share, weights by inverse variance"),
    REML("Random effects, τ² by restricted maximum likelihood"),
    PM("Random effects, τ² by Paule and Mandel"),
    DL("Random effects, τ² by DerSimonian and Laird"),
    HE("Random effects, τ² by Hedges"),
    ML("Random effects, τ² by maximum likelihood");

    private final String words;

    PoolingModel(String words) {
        this.words = words;
    }

    /** Whether effects may differ beyond chance. */
    public boolean isRandom() {
        return this != FIXED;
    }

    /** The adjustment if none is asked for: none for a fixed effect, otherwise Hartung and Knapp's. */
    public Adjustment usualAdjustment() {
        return isRandom() ? Adjustment.HARTUNG_KNAPP : Adjustment.NONE;
    }

    String words() {
        return words;
    }
}
