package org.trellis.project.allocation;

/** Within what the arms are kept even: schools by phase or setting, cohorts by school or year group. */
enum Stratum {
    PHASE,
    SETTING,
    SCHOOL,
    YEAR_GROUP
}
