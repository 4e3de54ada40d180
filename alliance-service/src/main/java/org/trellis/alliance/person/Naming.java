package org.trellis.alliance.person;

import java.util.List;

/** Who may name and invite the people of an organisation. */
public final class Naming {
    public static final List<String> ROLES = List.of("SCHOOL_LEAD", "TRUST_TEAM", "ALLIANCE_LEAD", "PLATFORM_ADMIN");

    private Naming() {}
}
