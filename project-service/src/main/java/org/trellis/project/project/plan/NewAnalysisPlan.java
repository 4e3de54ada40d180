package org.trellis.project.project.plan;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * How a project will be analysed.
 *
 * @param primaryMeasureId the measure that counts first, one of those by which the project is judged
 * @param subgroups in which the difference will be looked at
 * @param crosses pairs of dimensions whose combinations will be looked at
 */
public record NewAnalysisPlan(
        @NotNull UUID primaryMeasureId,
        @NotNull Estimator estimator,
        @NotNull Comparison comparison,
        @Size(max = 6) List<@NotNull Dimension> subgroups,
        @Size(max = 15) List<@NotNull @Size(min = 2, max = 2) List<@NotNull Dimension>> crosses) {

    public NewAnalysisPlan {
        subgroups =
                subgroups == null ? List.of() : subgroups.stream().distinct().toList();
        crosses = crosses == null ? List.of() : crosses;
    }

    @AssertTrue(message = "crosses must name two different dimensions each, and each pair once")
    boolean isCrossedOnce() {
        var pairs = crosses.stream().filter(Objects::nonNull).map(HashSet::new).toList();
        return pairs.stream().allMatch(pair -> pair.size() == 2)
                && pairs.stream().distinct().count() == pairs.size();
    }

    @AssertTrue(message = "the estimator needs a comparison")
    boolean isCompared() {
        return estimator == null || comparison == null || !estimator.comparing() || comparison != Comparison.NONE;
    }
}
