package org.trellis.evidence.instrument;

/** What an instrument is for. */
public enum Purpose {
    CONFIDENCE,
    AGREEMENT,
    ENGAGEMENT,
    FEEDBACK_360,
    OBSERVATION,
    FEEDBACK,
    OTHER
}
