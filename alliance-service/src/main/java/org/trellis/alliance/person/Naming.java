package org.trellis.alliance.person;

/** Who may name and invite the people of an organisation. */
final class Naming {
    static final String[] ROLES = {"SCHOOL_LEAD", "TRUST_TEAM", "ALLIANCE_LEAD", "PLATFORM_ADMIN"};

    private Naming() {}
}
