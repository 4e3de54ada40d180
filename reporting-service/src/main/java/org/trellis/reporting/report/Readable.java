package org.trellis.reporting.report;

/** What can be read as a page. */
sealed interface Readable permits ReportView, StoredEdition {}
