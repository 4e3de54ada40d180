package org.trellis.project.access;

/** What a caller can be to a project, or to one school's part in it. */
public enum Role {
    PLATFORM_ADMIN,
    ALLIANCE_LEAD,
    RD_LEAD,
    FACILITATOR,
    /** The trust that runs the owning alliance. */
    ALLIANCE_TRUST,
    /** Appointed at a partner alliance. */
    PARTNER,
    PROJECT_LEAD,
    CYCLE_LEAD,
    COACH,
    CRITICAL_FRIEND,
    SCHOOL_LEAD,
    SCHOOL_STAFF,
    TRUST_TEAM,
    /** The head who answers for the school's part; so the next two, by appointment for one school. */
    HEADTEACHER_SPONSOR,
    SENIOR_LEADER_CHAMPION,
    SAFEGUARDING_LEAD,
    /** Of another school in the same project. */
    PARTICIPANT
}
