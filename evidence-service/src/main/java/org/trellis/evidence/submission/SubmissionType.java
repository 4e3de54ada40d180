package org.trellis.evidence.submission;

/** What a submission holds. */
public enum SubmissionType {
    SCORES
}
