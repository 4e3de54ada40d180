package org.trellis.alliance.appointment;

import java.util.List;

/** Who may appoint people. */
public final class Appointing {
    public static final List<String> AT_ORGANISATIONS = List.of("SCHOOL_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN");
    /** The platform's staff make an alliance's first appointment, and no other. */
    public static final List<String> AT_ALLIANCES = List.of("ALLIANCE_LEAD", "TRUST_TEAM");

    private Appointing() {}
}
