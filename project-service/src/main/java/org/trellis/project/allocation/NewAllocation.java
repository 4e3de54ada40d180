package org.trellis.project.allocation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.trellis.project.cohort.Arm;

/**
 * What is to be drawn.
 *
 * @param unit what is put into one arm as a whole
 * @param arms INTERVENTION and COMPARISON unless given
 * @param strata within what the arms are kept even
 * @param labels what else schools or cohorts are kept even by, such as how many pupils reached a level before
 * @param seed makes the drawing repeatable; chosen at random and written down unless given
 */
record NewAllocation(
        @NotNull Unit unit,
        @Size(min = 2, max = 3) List<@NotNull Arm> arms,
        @Size(max = 2) List<@NotNull Stratum> strata,
        @Size(max = 5000) List<@NotNull @Valid Labelled> labels,
        @Min(0) @Max(9_007_199_254_740_991L) Long seed) {

    NewAllocation {
        arms = arms == null ? List.of(Arm.INTERVENTION, Arm.COMPARISON) : arms;
        strata = strata == null ? List.of() : strata;
        labels = labels == null ? List.of() : labels;
    }

    @AssertTrue(message = "arms must be named once each")
    boolean isNamedOnce() {
        return arms.stream().distinct().count() == arms.size();
    }

    @AssertTrue(message = "schools are kept even by PHASE and SETTING, cohorts by SCHOOL and YEAR_GROUP, each once")
    boolean isStratified() {
        return unit == null
                || strata.stream().allMatch(s -> s == null || unit.takes(s))
                        && strata.stream().distinct().count() == strata.size();
    }

    @AssertTrue(message = "labels must name each school or cohort once")
    boolean isLabelledOnce() {
        return labels.stream()
                        .filter(Objects::nonNull)
                        .map(Labelled::id)
                        .distinct()
                        .count()
                == labels.size();
    }
}
