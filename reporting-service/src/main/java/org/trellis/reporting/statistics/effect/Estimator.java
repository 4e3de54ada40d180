package org.trellis.reporting.statistics.effect;

/** The standardised mean differences that an analysis plan or the calculator may name. */
public enum Estimator {
    ANCOVA(
            true,
            true,
            "Difference at the later point, adjusted for the baseline by the slope within arms, in standard deviations of"
                    + " the later scores pooled over arms (What Works Clearinghouse)."),
    PRE_POST_CONTROL(
            true,
            true,
            "Difference of the mean gains, in standard deviations of the baseline pooled over arms (Morris 2008)."),
    POST_SMD(
            false,
            true,
            "Difference at the later point, in standard deviations pooled over arms (Hedges and Olkin); no baseline."),
    PRE_POST(
            true,
            false,
            "Mean gain in standard deviations of the baseline (Becker 1988). Without a comparison it includes what pupils"
                    + " would have gained anyway.");

    private final boolean baseline;
    private final boolean comparison;
    private final String method;

    Estimator(boolean baseline, boolean comparison, String method) {
        this.baseline = baseline;
        this.comparison = comparison;
        this.method = method;
    }

    /** Whether it needs scores at the earlier point. */
    public boolean needsBaseline() {
        return baseline;
    }

    /** Whether it needs a comparison cohort. Without one an effect is never pooled with others nor given in months. */
    public boolean needsComparison() {
        return comparison;
    }

    /** What it does, in words. */
    public String method() {
        return method;
    }
}
