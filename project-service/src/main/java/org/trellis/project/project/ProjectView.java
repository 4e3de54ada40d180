package org.trellis.project.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;
import org.trellis.project.project.plan.AnalysisPlan;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * A project as callers see it.
 *
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record ProjectView(@JsonUnwrapped Details project, List<Action> actions) implements Versioned {

    /**
     * What is the same for all who see it.
     *
     * @param note what was said at its last move
     * @param buildsOn the project whose findings it takes further, where the caller sees it
     * @param deliveringSince when the first school began to deliver, which froze the plan
     * @param plan how it is analysed, with what became different afterwards; null where none is registered
     * @param invented true for projects that exist in samples only
     */
    public record Details(
            UUID id,
            long version,
            String title,
            @Nested("alliance") Reference alliance,
            @Json List<Reference> partnerAlliances,
            String focusArea,
            List<String> researchQuestions,
            String kind,
            String design,
            String state,
            String summary,
            String note,
            @Json List<Used> interventions,
            @Json List<Measure> successMeasures,
            @Json List<Target> targets,
            @Json List<Partnered> partners,
            @Json List<Reference> priorities,
            @Nested("builds_on") Reference buildsOn,
            String stage,
            LocalDate deliveringSince,
            @Json AnalysisPlan plan,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean invented) {}

    /** Who does something for it. @param organisationId null where it is not in the directory */
    public record Partnered(UUID organisationId, String name, String kind, String part) {}

    /** An intervention that is tried out. @param edition the one that held when it was chosen */
    public record Used(UUID id, String name, int edition) {}

    /** A success measure with its points in each cycle. */
    public record Measure(UUID id, Reference measure, boolean primary, List<Point> points) {}

    /** When a measure is taken, and by which day. */
    public record Point(String point, LocalDate due) {}

    @Override
    public long version() {
        return project.version();
    }
}
