package org.trellis.alliance.alliance;

/** Whether an alliance works. */
public enum AllianceStatus {
    ACTIVE,
    ENDED
}
