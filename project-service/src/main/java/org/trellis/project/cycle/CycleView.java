package org.trellis.project.cycle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * A learning cycle as callers see it.
 *
 * @param delivering how many schools deliver in it, or did
 * @param waiting how many take part and do not deliver yet
 * @param schools who delivers and who waits for what; of schools that are not the caller's only those who run the project are told
 * @param review null where there is none
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record CycleView(
        @JsonUnwrapped Row cycle,
        int delivering,
        int waiting,
        List<AtTheGate> schools,
        ReviewView review,
        List<Action> actions)
        implements Versioned {

    /**
     * One in a list.
     *
     * @param note what was said at its last move
     */
    public record Row(
            UUID id,
            long version,
            @Nested("project") Reference project,
            int number,
            String name,
            String phase,
            LocalDate startsOn,
            LocalDate endsOn,
            String note) {}

    /**
     * What was learned.
     *
     * @param challenges of peers from other alliances
     */
    public record ReviewView(
            String wentWell,
            String wentBadly,
            String problems,
            @Json List<ChallengeView> challenges,
            String noChallengeReason,
            String decision,
            String nextFocus,
            LocalDate reviewedOn) {}

    /** What peers asked, or doubted. */
    public record ChallengeView(Reference alliance, String said, LocalDate saidOn) {}

    @Override
    public long version() {
        return cycle.version();
    }
}
