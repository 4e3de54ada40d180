package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoverageTest {
    /** Of 400 runs 95 per cent are 380, give or take 13. */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        new Coverage(1, 400)
                .shares()
                .forEach((what, share) ->
                        assertTrue(share > Coverage.least(what) && share < 0.997, what + ": " + share));
    }
}
