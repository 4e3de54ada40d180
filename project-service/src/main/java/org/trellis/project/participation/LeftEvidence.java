package org.trellis.project.participation;

/** What becomes of the evidence of an organisation that leaves. */
enum LeftEvidence {
    KEEP,
    REMOVE
}
