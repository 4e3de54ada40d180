package org.trellis.reporting.intake;

import org.trellis.reporting.statistics.effect.PairedShares;

/** People of a cell by whether they reach the threshold, earlier and then later. */
record CrossedCounts(int belowBelow, int belowAt, int atBelow, int atAt) {
    PairedShares shares() {
        return new PairedShares(atAt, atBelow, belowAt, belowBelow);
    }
}
