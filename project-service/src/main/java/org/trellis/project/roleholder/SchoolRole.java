package org.trellis.project.roleholder;

/** What a person can be to one school's part in a project. */
enum SchoolRole {
    HEADTEACHER_SPONSOR,
    SENIOR_LEADER_CHAMPION,
    COACH,
    SAFEGUARDING_LEAD
}
