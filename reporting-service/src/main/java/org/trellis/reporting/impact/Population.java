package org.trellis.reporting.impact;

/** Which schools a figure speaks of. */
enum Population {
    /** All that began, whether or not they stayed. */
    STARTERS,
    /** Those that took part to the end. */
    COMPLETERS
}
