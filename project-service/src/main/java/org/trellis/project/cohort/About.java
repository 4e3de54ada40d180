package org.trellis.project.cohort;

/** Whom a cohort consists of. */
enum About {
    PUPIL,
    TEACHER,
    TRAINEE,
    MENTOR,
    LEADER,
    GOVERNOR,
    FAMILY,
    SCHOOL
}
