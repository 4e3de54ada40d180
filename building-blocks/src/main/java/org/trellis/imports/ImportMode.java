package org.trellis.imports;

/** What becomes of the good rows of a file that has bad ones. */
public enum ImportMode {
    /** The good rows are taken. */
    BEST_EFFORT,
    /** No row is taken. */
    ALL_OR_NOTHING
}
