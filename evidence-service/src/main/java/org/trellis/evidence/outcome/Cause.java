package org.trellis.evidence.outcome;

/** Why a cell was computed anew. */
public enum Cause {
    ACCEPTED,
    AMENDED,
    WITHDRAWN
}
