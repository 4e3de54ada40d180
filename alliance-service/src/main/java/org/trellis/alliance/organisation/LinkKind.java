package org.trellis.alliance.organisation;

/** How one organisation came from another. */
public enum LinkKind {
    /** It took the other's place: a school that became an academy. */
    SUCCESSION,
    /** Several became one. */
    MERGER,
    /** One became several. */
    SPLIT
}
