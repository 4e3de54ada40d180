package org.trellis.reporting.report;

/** Where a report stands. */
public enum ReportState {
    DRAFT,
    PUBLISHED,
    CORRECTING,
    WITHDRAWN
}
