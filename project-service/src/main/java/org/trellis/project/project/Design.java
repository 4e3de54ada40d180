package org.trellis.project.project;

/** With what a project compares its outcome. */
public enum Design {
    WITHIN_SCHOOLS,
    BETWEEN_SCHOOLS,
    LAST_YEARS_COHORT,
    BEFORE_AND_AFTER
}
