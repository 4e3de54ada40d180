package org.trellis.alliance.organisation;

/** Whether a link is more than a guess. */
public enum LinkStatus {
    PROPOSED,
    CONFIRMED,
    REJECTED
}
