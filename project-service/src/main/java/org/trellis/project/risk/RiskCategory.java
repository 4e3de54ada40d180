package org.trellis.project.risk;

/** What a project can founder on. */
enum RiskCategory {
    DESIGNATION,
    RESTRUCTURING,
    STAFFING,
    ENGAGEMENT,
    FUNDING,
    OTHER
}
