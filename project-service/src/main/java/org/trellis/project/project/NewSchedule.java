package org.trellis.project.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * When a success measure is taken from now on.
 *
 * @param measureId of the success measure
 * @param points all of them; once the project is closed, only follow-ups may differ from before
 */
record NewSchedule(
        @NotNull UUID measureId,
        @NotNull @Size(min = 2, max = 22) List<@NotNull @Valid MeasurePoint> points) {

    @AssertTrue(message = MeasurePoint.ORDER)
    boolean isTakenBeforeAndAfter() {
        return MeasurePoint.inOrder(points);
    }

    /** Whether it differs from these points in follow-ups alone. */
    boolean onlyFollowsUpOtherwise(List<MeasurePoint> before) {
        return MeasurePoint.untilTheEnd(before).equals(MeasurePoint.untilTheEnd(points));
    }
}
