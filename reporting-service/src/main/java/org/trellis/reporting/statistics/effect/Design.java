package org.trellis.reporting.statistics.effect;

/** Where the arms of a comparison are. */
public enum Design {
    /** Both arms in one school. */
    WITHIN_SCHOOLS,
    /** Whole schools in one arm. */
    BETWEEN_SCHOOLS
}
