package org.trellis.reporting.statistics.effect;

/** How an effect may be estimated, as an analysis plan or the calculator names it. */
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
                    + " would have gained anyway."),
    RISK_DIFFERENCE(false, false, "Difference of the shares that reach the threshold, with Newcombe's interval."),
    ODDS_RATIO(
            false,
            false,
            "Logarithm of the odds ratio of reaching the threshold; a half is added to counts where one of them is 0."),
    SUPERIORITY(
            false,
            false,
            "How likely an answer after, or of the intervention, is to be above one before, or of the comparison, ties"
                    + " counting half (Brunner and Munzel)."),
    RATE(true, false, "Mean gain for each month taught, with Student's t.");

    private final boolean baseline;
    private final boolean comparison;
    private final String method;

    Estimator(boolean baseline, boolean comparison, String method) {
        this.baseline = baseline;
        this.comparison = comparison;
        this.method = method;
    }

    /** Whether it is in standard deviations, Hedges' g. */
    public boolean isStandardised() {
        return ordinal() <= PRE_POST.ordinal();
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
