package org.trellis.project.cycle;

/** Where a learning cycle stands. */
enum CyclePhase {
    PLANNING,
    BASELINE,
    DELIVERING,
    REVIEWING,
    CLOSED
}
