package org.trellis.reporting.intake;

import java.util.UUID;

/**
 * A cell with what its cohort, measure and project say of it; nested values as JSON text.
 *
 * @param estimator that the project's frozen plan names; null without one
 */
record CellRow(
        UUID projectId,
        UUID cycleId,
        UUID measureId,
        String from,
        String to,
        String subgroup,
        UUID organisationId,
        Long n,
        Long earlierOnly,
        Long laterOnly,
        String moments,
        String threshold,
        String categories,
        String unpaired,
        String submissions,
        String arm,
        boolean priorYear,
        Boolean higherIsBetter,
        String design,
        String estimator) {

    Key key() {
        return new Key(projectId, cycleId, measureId, from, to, subgroup, organisationId);
    }

    boolean intervention() {
        return "INTERVENTION".equals(arm);
    }

    /** Last year's cohort is a comparison where the project is designed so, and nowhere else. */
    boolean comparison() {
        return !intervention() && (!priorYear || "LAST_YEARS_COHORT".equals(design));
    }
}
