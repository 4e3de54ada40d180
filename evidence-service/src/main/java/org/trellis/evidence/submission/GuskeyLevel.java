package org.trellis.evidence.submission;

/** What evidence of professional development is about, by Guskey's five levels. */
enum GuskeyLevel {
    REACTIONS,
    LEARNING,
    ORGANISATION,
    USE,
    PUPIL_OUTCOMES
}
