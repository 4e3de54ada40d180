package org.trellis.project.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A measure by which a project will be judged.
 *
 * @param primary the one that counts first; a project has one at most
 * @param points when it is taken in each cycle: BASELINE and at least one later point
 */
public record NewSuccessMeasure(
        @NotNull UUID measureId,
        boolean primary,
        @NotNull @Size(min = 2, max = 22) List<@NotNull @Valid MeasurePoint> points) {

    @AssertTrue(message = MeasurePoint.ORDER)
    boolean isTakenBeforeAndAfter() {
        return MeasurePoint.inOrder(points);
    }
}
