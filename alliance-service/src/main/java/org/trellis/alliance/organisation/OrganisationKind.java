package org.trellis.alliance.organisation;

/** What an organisation is. */
public enum OrganisationKind {
    SCHOOL,
    TRUST,
    LOCAL_AUTHORITY,
    UNIVERSITY,
    DIOCESE,
    OTHER
}
