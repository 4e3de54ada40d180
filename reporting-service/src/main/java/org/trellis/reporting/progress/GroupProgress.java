package org.trellis.reporting.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.paging.Page;
import org.trellis.reporting.intake.Freshness;

/**
 * How the projects of an alliance, of a trust's schools, or in a local authority's schools stand.
 *
 * @param of whose
 * @param asOf the day on which a trust's or an authority's schools are those that count; null for an alliance
 * @param schools a trust's schools side by side; null for others
 * @param projects one row a project, page by page; null for a local authority, which counts and looks at none
 * @param byPhase a local authority's schools that take part, by phase; null for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupProgress(
        ProgressView.Named of,
        LocalDate asOf,
        Totals totals,
        List<School> schools,
        Page<Standing> projects,
        Map<String, Integer> byPhase,
        Freshness.Newest freshness)
        implements Tabular {

    /**
     * @param projects how many in each state
     * @param schools how many with each status of participation, each counted once a status
     * @param schoolsTakingPart committed, active or completed, in projects that are approved and not over
     * @param schoolsWithoutBaseline of these, still waiting for their baseline to be accepted in a cycle under way; null
     *     where so few schools are counted that it would speak of one
     * @param schoolsOverdue of these, with evidence missing that was due; null likewise
     * @param milestonesOverdue neither reached nor given up in time; null for a local authority
     * @param readiness how many of the projects that are not over give each answer to each key message; null likewise where
     *     so few are counted
     */
    public record Totals(
            @Json Map<String, Integer> projects,
            @Json Map<String, Integer> schools,
            int schoolsTakingPart,
            Integer schoolsWithoutBaseline,
            Integer schoolsOverdue,
            Integer milestonesOverdue,
            @Json Map<String, Map<String, Integer>> readiness) {
        /** Counts of schools and projects alone, and how far their evidence is only of enough schools. */
        Totals counted(int fewest) {
            boolean enough = schoolsTakingPart >= fewest;
            return new Totals(
                    projects,
                    schools,
                    schoolsTakingPart,
                    enough ? schoolsWithoutBaseline : null,
                    enough ? schoolsOverdue : null,
                    null,
                    projects.values().stream().mapToInt(Integer::intValue).sum() >= fewest ? readiness : null);
        }
    }

    /**
     * @param projects that it takes part in
     * @param withoutBaseline of these, where it still waits for its baseline to be accepted
     * @param overdue of these, where evidence is missing that was due
     */
    public record School(
            @Nested("organisation") ProgressView.Named organisation, int projects, int withoutBaseline, int overdue) {}

    @Override
    public List<?> rows() {
        return projects == null ? List.of(totals) : projects.items();
    }
}
