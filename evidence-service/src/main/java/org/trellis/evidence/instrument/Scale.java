package org.trellis.evidence.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.trellis.evidence.reference.WithoutUpn;

/** Steps that several questions share, from the lowest to the highest. */
public record Scale(
        @NotNull @Pattern(regexp = Question.ID, message = Question.ID_EXPECTED) @WithoutUpn
        String id,

        @NotNull @Size(min = 2, max = 11) List<@NotNull @Valid Step> steps) {

    /** One of them. */
    public record Step(
            @NotNull Integer value,
            @NotBlank @Size(max = 200) @WithoutUpn String label) {}

    boolean has(int value) {
        return steps.stream().anyMatch(step -> step.value() == value);
    }
}
