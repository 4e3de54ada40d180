package org.trellis.alliance.appointment;

/** How an appointment ended. */
public enum Ending {
    ENDED,
    /** The person left, and nobody followed at once. */
    LEFT,
    /** The person left, and another followed on that day. */
    HANDED_ON,
    /** What it rested on ended. */
    LAPSED
}
