package org.trellis.reporting.statistics.pooling;

/** How the standard error of a pooled effect allows for τ² being an estimate. */
public enum Adjustment {
    /** Wald's standard error 1/√Σw and a normal interval. */
    NONE,
    /**
     * SE² = Σw(y − μ)²/((k − 1)·Σw) and Student's t with k − 1 degrees of freedom (Hartung and Knapp 2001, Statistics in
     * Medicine 20; Sidik and Jonkman 2002, Statistics in Medicine 21).
     */
    HARTUNG_KNAPP,
    /** The same, but never a smaller standard error than Wald's (Knapp and Hartung 2003, Statistics in Medicine 22). */
    HARTUNG_KNAPP_MAX1
}
