package org.trellis.project.power;

/** What is put into one arm as a whole. */
enum AllocatedUnit {
    PUPILS,
    COHORTS,
    SCHOOLS
}
