package org.trellis.evidence.measure;

/** Whom a measure is about. */
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
