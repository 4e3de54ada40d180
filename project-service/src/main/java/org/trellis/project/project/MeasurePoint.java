package org.trellis.project.project;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.trellis.project.PlausibleDay;

/**
 * When a measure is taken.
 *
 * @param due the day by which; null where none is agreed
 */
@Embeddable
public record MeasurePoint(
        @NotNull
        @Pattern(
                regexp = "BASELINE|REVIEW_[1-9]|OUTCOME|FOLLOW_UP_[1-9]",
                message = "must be BASELINE, REVIEW_1 to REVIEW_9, OUTCOME or FOLLOW_UP_1 to FOLLOW_UP_9")
        String point,

        @PlausibleDay LocalDate due) {
    static final String ORDER = "points must begin with BASELINE and name each point once";

    /** Whether points begin before anything is done, each named once; what is wrong otherwise is said elsewhere. */
    static boolean inOrder(List<MeasurePoint> points) {
        return points == null
                || points.isEmpty()
                || points.stream().anyMatch(Objects::isNull)
                || "BASELINE".equals(points.getFirst().point)
                        && points.stream().map(MeasurePoint::point).distinct().count() == points.size();
    }

    /** Without follow-ups. */
    static List<MeasurePoint> untilTheEnd(List<MeasurePoint> points) {
        return points.stream()
                .filter(point -> !point.point.startsWith("FOLLOW_UP"))
                .toList();
    }

    /** For a person. */
    static String words(List<MeasurePoint> points) {
        return points.stream()
                .map(p -> p.due == null ? p.point : p.point + " by " + p.due)
                .collect(Collectors.joining(", "));
    }
}
