package org.trellis.project.project.plan;

/** By what the difference is computed. */
public enum Estimator {
    ANCOVA(true),
    PRE_POST_CONTROL(true),
    POST_SMD(true),
    PRE_POST(false);

    private final boolean comparing;

    Estimator(boolean comparing) {
        this.comparing = comparing;
    }

    /** Whether it needs a comparison. */
    boolean comparing() {
        return comparing;
    }
}
