package org.trellis.evidence.instrument;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * When a question is asked: once an earlier one has been answered with one of these.
 *
 * @param values option codes, or steps of a scale as digits
 */
public record Condition(
        @NotNull @WithoutUpn String question,
        @NotEmpty @Size(max = 50) List<@NotNull @WithoutUpn String> values) {}
