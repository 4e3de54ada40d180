package org.trellis.alliance.alliance;

/** What kind of alliance it is. */
public enum AllianceKind {
    TEACHING_SCHOOL_ALLIANCE,
    TEACHING_SCHOOL_HUB,
    GEOGRAPHICAL_CLUSTER,
    CURRICULUM_NETWORK
}
