package org.trellis.alliance.alliance;

/** Why an alliance ended. */
public enum EndingReason {
    AIMS_MET,
    MERGED,
    PROGRAMME_ENDED,
    FUNDING,
    TOO_FEW_MEMBERS,
    OTHER
}
