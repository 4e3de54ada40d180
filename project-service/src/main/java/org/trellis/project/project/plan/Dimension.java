package org.trellis.project.project.plan;

/** A way to divide those who are measured. */
public enum Dimension {
    PUPIL_PREMIUM,
    SEN,
    EAL,
    SEX,
    YEAR_GROUP,
    PRIOR_ATTAINMENT
}
