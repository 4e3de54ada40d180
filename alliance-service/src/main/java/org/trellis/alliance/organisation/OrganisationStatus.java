package org.trellis.alliance.organisation;

/** Whether an organisation is open. */
public enum OrganisationStatus {
    PROPOSED,
    OPEN,
    CLOSED
}
