package org.trellis.project.intervention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an intervention is; a change of it makes a new edition.
 *
 * @param theoryOfChange why it should help, and by which steps
 * @param activeIngredients what must be kept for it to be this intervention
 * @param adaptable what may be done otherwise
 * @param evidence what speaks for it
 */
record InterventionDescription(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 12) List<@NotNull Strand> strands,
        @Size(max = 4000) String summary,
        @Size(max = 4000) String theoryOfChange,
        @Size(max = 30) List<@NotBlank @Size(max = 500) String> activeIngredients,
        @Size(max = 30) List<@NotBlank @Size(max = 500) String> adaptable,
        @Size(max = 50) List<@NotNull @Valid Source> evidence) {

    InterventionDescription {
        strands = strands == null ? List.of() : strands.stream().distinct().toList();
        activeIngredients = activeIngredients == null ? List.of() : activeIngredients;
        adaptable = adaptable == null ? List.of() : adaptable;
        evidence = evidence == null ? List.of() : evidence;
    }
}
