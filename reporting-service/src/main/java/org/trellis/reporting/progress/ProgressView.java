package org.trellis.reporting.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.reporting.intake.Freshness;
import org.trellis.web.Versioned;

/**
 * How a project stands. For a reader who may only count, schools are those that the reader may count, and submissions
 * are absent.
 *
 * @param version the project's, as heard here
 */
public record ProgressView(
        long version,
        Project project,
        Flow participations,
        List<Cycle> cycles,
        Submissions submissions,
        Freshness.Newest freshness)
        implements Versioned {

    public record Named(UUID id, String name) {}

    public record Project(
            UUID id,
            String title,
            Named alliance,
            String state,
            String design,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean invented) {}

    /**
     * @param now schools by the status of their participation
     * @param overTime the same at the end of each day on which it changed
     */
    public record Flow(Map<String, Integer> now, List<Day> overTime) {}

    public record Day(LocalDate on, Map<String, Integer> statuses) {}

    public record Cycle(UUID id, int number, String name, String phase, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * @param byStatus how many in all
     * @param byCycle how many schools that take part have accepted scores, of how many, cycle by cycle
     */
    public record Submissions(Map<String, Integer> byStatus, List<Completeness> byCycle) {}

    public record Completeness(UUID cycleId, int accepted, int expected) {}
}
