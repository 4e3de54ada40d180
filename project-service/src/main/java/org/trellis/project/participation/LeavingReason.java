package org.trellis.project.participation;

/** Why an organisation left a project. */
enum LeavingReason {
    STAFFING,
    PRIORITIES_CHANGED,
    OFSTED,
    FUNDING,
    MERGER_OR_CLOSURE,
    OTHER
}
