package org.trellis.project.alert;

/** Why somebody should look. */
public enum AlertKind {
    ACTIVE_INGREDIENT_TOUCHED,
    SPONSORSHIP_LAPSED,
    MILESTONE_NEAR,
    MILESTONE_MISSED,
    RISK_REVIEW_OVERDUE
}
