package org.trellis.project.intervention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * An alliance's own intervention.
 *
 * @param allianceId whose it is
 * @param basedOnId the one that it was made from; null where from none
 */
record NewIntervention(
        @NotNull UUID allianceId,
        UUID basedOnId,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 12) List<@NotNull Strand> strands,
        @Size(max = 4000) String summary,
        @Size(max = 4000) String theoryOfChange,
        @Size(max = 30) List<@NotBlank @Size(max = 500) String> activeIngredients,
        @Size(max = 30) List<@NotBlank @Size(max = 500) String> adaptable,
        @Size(max = 50) List<@NotNull @Valid Source> evidence) {

    InterventionDescription description() {
        return new InterventionDescription(
                name, strands, summary, theoryOfChange, activeIngredients, adaptable, evidence);
    }
}
