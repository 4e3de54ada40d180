package org.trellis.evidence.moderation;

/** On which side of the others a score lies far out. */
enum Side {
    ABOVE,
    BELOW
}
