package org.trellis.project.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A move of a project.
 *
 * @param note why; required to return and to withdraw
 */
record NewProjectTransition(
        @NotNull ProjectAction action,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {}
