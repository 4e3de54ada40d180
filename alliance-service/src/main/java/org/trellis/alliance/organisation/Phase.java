package org.trellis.alliance.organisation;

/** The register's phase of education. */
public enum Phase {
    NOT_APPLICABLE,
    NURSERY,
    PRIMARY,
    MIDDLE_DEEMED_PRIMARY,
    SECONDARY,
    MIDDLE_DEEMED_SECONDARY,
    SIXTEEN_PLUS,
    ALL_THROUGH
}
