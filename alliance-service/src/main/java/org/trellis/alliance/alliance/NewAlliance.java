package org.trellis.alliance.alliance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An alliance to be formed.
 *
 * @param leadOrganisationId its lead from the first day
 * @param trustId the trust that runs it, where one does
 * @param startsOn its first day
 * @param invented true for alliances that exist in samples only
 */
record NewAlliance(
        @NotBlank @Size(max = 200) String name,
        @NotNull AllianceKind kind,
        @NotNull UUID leadOrganisationId,
        UUID trustId,
        @NotNull LocalDate startsOn,
        @Size(max = 4000) String vision,
        Boolean invented) {}
