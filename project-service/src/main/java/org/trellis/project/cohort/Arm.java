package org.trellis.project.cohort;

/** On which side of the comparison a cohort stands. */
public enum Arm {
    INTERVENTION,
    COMPARISON,
    WAITING_LIST
}
