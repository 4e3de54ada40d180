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
    OTHER
}
