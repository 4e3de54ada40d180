package org.trellis.project.roleholder;

/** Why somebody holds a role no more. */
enum Ending {
    ENDED,
    SUCCEEDED,
    /** The headship on which a sponsorship rested has ended. */
    LAPSED
}
