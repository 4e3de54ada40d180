package org.trellis.project.cycle;

/** What a review comes to. */
enum Decision {
    ADOPT,
    ADAPT,
    STOP
}
