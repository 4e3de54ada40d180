package org.trellis.alliance.membership;

/** Why a membership ended. */
public enum LeavingReason {
    JOINED_ANOTHER_ALLIANCE,
    STAFFING,
    FUNDING,
    PRIORITIES_CHANGED,
    CLOSED_OR_MERGED,
    ALLIANCE_ENDED,
    ROLE_CHANGED,
    OTHER;

    /** A school that closes gives no notice, and one whose role changes does not leave. */
    boolean takesTheProtocol() {
        return this != CLOSED_OR_MERGED && this != ALLIANCE_ENDED && this != ROLE_CHANGED;
    }
}
