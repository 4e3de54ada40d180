package org.trellis.reporting.progress;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;

/**
 * How one project stands, over the schools that are asked about.
 *
 * @param schools how many by the status of their participation
 * @param milestonesOverdue the project's own and those of these schools, neither reached nor given up in time
 * @param readiness how many of the thirteen key messages have each answer
 * @param cycle the one under way: the first that is not closed, or else the last
 */
record Standing(
        UUID id,
        String title,
        String state,
        String focusArea,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nested("alliance") ProgressView.Named alliance,
        @Json Map<String, Integer> schools,
        @Nested("cycle") Cycle cycle,
        @Nested("evidence") Evidence evidence,
        int milestonesOverdue,
        @Json Map<String, Integer> readiness) {

    public record Cycle(UUID id, Integer number, String name, String phase) {}

    /**
     * Schools that take part, by their evidence in the cycle under way.
     *
     * @param expected how many take part
     * @param baselineAccepted how many may start delivering: the baseline of each success measure is accepted, or waived
     * @param complete from how many nothing is missing
     * @param overdue from how many something is missing that was due
     */
    public record Evidence(int expected, int baselineAccepted, int complete, int overdue) {}
}
