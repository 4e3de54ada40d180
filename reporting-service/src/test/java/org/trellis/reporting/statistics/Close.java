package org.trellis.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Agreement as the design asks for it: relative to the expected figure. */
public final class Close {
    /** For formulas that are computed outright. */
    public static final double CLOSED_FORM = 1e-9;
    /** For what is found by iteration. */
    public static final double ITERATED = 1e-7;

    private Close() {}

    public static void assertClose(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, Math.max(Math.abs(expected) * relative, 1e-300), what);
    }

    public static void assertClose(double expected, double actual, String what) {
        assertClose(expected, actual, CLOSED_FORM, what);
    }
}
