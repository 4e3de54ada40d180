package org.trellis.project.risk;

/** Whether anybody still has to mind. */
enum RiskState {
    OPEN,
    CLOSED
}
