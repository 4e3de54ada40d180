package org.trellis.reporting.rebuild;

/** Where a rebuild stands. */
public enum RebuildState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
