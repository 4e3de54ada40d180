package org.trellis.alliance.affiliation;

import org.trellis.alliance.organisation.OrganisationKind;

/** What a school is tied to. */
public enum AffiliationKind {
    TRUST(OrganisationKind.TRUST),
    LOCAL_AUTHORITY(OrganisationKind.LOCAL_AUTHORITY),
    DIOCESE(OrganisationKind.DIOCESE),
    FEDERATION(OrganisationKind.OTHER);

    private final OrganisationKind target;

    AffiliationKind(OrganisationKind target) {
        this.target = target;
    }

    /** What the other end has to be. */
    OrganisationKind target() {
        return target;
    }
}
