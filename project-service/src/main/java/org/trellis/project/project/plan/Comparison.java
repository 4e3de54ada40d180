package org.trellis.project.project.plan;

/** With whom the outcome is compared. */
public enum Comparison {
    COMPARISON_COHORTS,
    WAITING_LIST,
    LAST_YEARS_COHORT,
    NONE
}
