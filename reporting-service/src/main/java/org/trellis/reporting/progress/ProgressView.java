package org.trellis.reporting.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.paging.Page;
import org.trellis.reporting.intake.Freshness;
import org.trellis.web.Versioned;

/**
 * How a project stands. For a reader who may only count, schools are those that the reader may count, and
 * submissions, gates, milestones, readiness and single schools are absent.
 *
 * @param version the project's, as heard here
 */
public record ProgressView(
        long version,
        Project project,
        Flow participations,
        List<Cycle> cycles,
        Submissions submissions,
        Page<School> schools,
        List<Milestone> overdueMilestones,
        Readiness readiness,
        Freshness.Newest freshness)
        implements Versioned, Tabular {

    @Override
    public List<?> rows() {
        return schools == null ? List.of(participations.now()) : schools.items();
    }

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

    /**
     * @param decision of its review, and {@code nextFocus} what the next cycle is to look at; null before
     * @param gate how far the schools that take part are; null for a reader who may only count
     */
    public record Cycle(
            UUID id,
            int number,
            String name,
            String phase,
            LocalDate startsOn,
            LocalDate endsOn,
            String decision,
            String nextFocus,
            Gate gate) {}

    /** Neither reached nor given up in time. @param participationId of the school that it is for; null for the project's */
    public record Milestone(UUID id, String name, LocalDate due, UUID cycleId, UUID participationId) {}

    /**
     * How the project's records answer the thirteen key messages.
     *
     * @param since when an answer last became another
     * @param answers by the code of the message
     */
    public record Readiness(LocalDate since, @Json Map<String, String> answers) {}

    /**
     * Schools that take part, by their evidence in a cycle.
     *
     * @param open may deliver: their baseline of each success measure is accepted, or waived
     * @param waiting may not yet
     * @param delivering do so
     * @param complete nothing is missing from them
     * @param overdue something is missing that was due
     */
    public record Gate(int open, int waiting, int delivering, int complete, int overdue) {}

    /**
     * A school's part in the project.
     *
     * @param own whether the reader speaks for it
     * @param evidence one entry a cycle of which anything has been heard
     */
    public record School(
            UUID participationId,
            Named organisation,
            String status,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean own,
            List<Evidence> evidence) {}

    /** @param items what is expected and what has come, in counts of people: the reader's own alone */
    public record Evidence(UUID cycleId, boolean baselineAccepted, boolean complete, boolean overdue, JsonNode items) {}

    /**
     * @param byStatus how many in all
     * @param byCycle how many schools that take part have accepted scores, of how many, cycle by cycle
     */
    public record Submissions(Map<String, Integer> byStatus, List<Completeness> byCycle) {}

    public record Completeness(UUID cycleId, int accepted, int expected) {}
}
