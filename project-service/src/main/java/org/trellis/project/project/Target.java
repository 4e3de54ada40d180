package org.trellis.project.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.trellis.project.About;
import org.trellis.project.YearGroup;
import org.trellis.project.project.plan.Dimension;

/**
 * Whom a project is for.
 *
 * @param yearGroups none for staff, or where it is for all
 * @param subgroup the dimension by which it is for some of them, such as PUPIL_PREMIUM
 * @param description who of them, in words
 */
public record Target(
        @NotNull About about,
        @Size(max = 16) List<@NotNull YearGroup> yearGroups,
        Dimension subgroup,

        @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String description) {

    public Target {
        yearGroups =
                yearGroups == null ? List.of() : yearGroups.stream().distinct().toList();
    }
}
