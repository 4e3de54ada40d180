package org.trellis.alliance.alliance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * An alliance to be formed.
 *
 * @param leadOrganisationId its lead from the first day
 * @param trustId the trust that runs it, where one does
 * @param startsOn its first day
 * @param values what it stands for
 * @param cohort with which others it was designated, such as {@code 2}
 * @param designated whether it is designated from its first day; true unless said otherwise
 * @param invented true for alliances that exist in samples only
 */
record NewAlliance(
        @NotBlank @Size(max = 200) String name,
        @NotNull AllianceKind kind,
        @NotNull UUID leadOrganisationId,
        UUID trustId,
        @NotNull @PlausibleDay LocalDate startsOn,
        @Size(max = 4000) String vision,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> values,
        Region region,
        @Size(max = 40) String cohort,
        Boolean designated,
        Boolean invented) {

    AllianceDescription description() {
        return new AllianceDescription(name, vision, values, region, cohort, trustId);
    }
}
