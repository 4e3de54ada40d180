package org.trellis.project.appointment;

/** What a person can be appointed to at a project. */
enum ProjectRole {
    PROJECT_LEAD,
    CYCLE_LEAD,
    COACH,
    CRITICAL_FRIEND
}
