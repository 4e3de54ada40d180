package org.trellis.evidence.submission;

/** Where a submission stands. */
public enum SubmissionStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN;

    /** Whether its makers may change it now. */
    boolean open() {
        return this == DRAFT || this == RETURNED;
    }
}
