package org.trellis.project;

/** Whom a cohort consists of. */
public enum About {
    PUPIL,
    TEACHER,
    TRAINEE,
    MENTOR,
    LEADER,
    GOVERNOR,
    FAMILY,
    SCHOOL
}
