package org.trellis.alliance.affiliation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A school's tie, from a day on.
 *
 * @param organisationId the school
 * @param toId its trust, local authority, diocese or federation
 */
record NewAffiliation(
        @NotNull UUID organisationId,
        @NotNull UUID toId,
        @NotNull AffiliationKind kind,
        @NotNull LocalDate startsOn) {}
