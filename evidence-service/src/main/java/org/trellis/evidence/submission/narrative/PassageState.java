package org.trellis.evidence.submission.narrative;

/** How far a text may go. */
enum PassageState {
    HELD,
    OWN,
    SHARED,
    PERSONAL
}
