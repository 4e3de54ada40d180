package org.trellis.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoverageTest {
    /**
     * Of 400 runs 95 per cent are 380, give or take 13. Prediction intervals are known to hold too seldom where the
     * variance between schools is small beside that within them.
     */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        new Coverage(1, 400)
                .shares()
                .forEach((what, share) -> assertTrue(
                        share > (what.startsWith("prediction") ? 0.78 : 0.90) && share < 0.997, what + ": " + share));
    }
}
