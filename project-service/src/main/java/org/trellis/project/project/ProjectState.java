package org.trellis.project.project;

/** Where a project stands. */
public enum ProjectState {
    DRAFT,
    PROPOSED,
    APPROVED,
    ACTIVE,
    REPORTING,
    CLOSED,
    SUSPENDED,
    WITHDRAWN;

    /** Nothing moves any more. */
    public boolean over() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
