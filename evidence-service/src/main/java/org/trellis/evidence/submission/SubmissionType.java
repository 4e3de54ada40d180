package org.trellis.evidence.submission;

/** What a submission holds. */
public enum SubmissionType {
    SCORES,
    SURVEY,
    OBSERVATION,
    INTERVIEW,
    COACHING_NOTE,
    LEARNING_LOG,
    FEEDBACK,
    EXTERNAL_REPORT;

    /** For a teacher's development: for who wrote it, the teacher and the head alone. */
    public boolean development() {
        return this == OBSERVATION || this == COACHING_NOTE;
    }
}
