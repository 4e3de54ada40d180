package org.trellis.evidence.outcome;

/** Why a cell was computed anew. */
public enum Cause {
    ACCEPTED,
    AMENDED,
    WITHDRAWN,
    /** Another cohort's scores began or ceased to count, of people who moved there from this one. */
    TRANSFERRED,
    ERASED
}
