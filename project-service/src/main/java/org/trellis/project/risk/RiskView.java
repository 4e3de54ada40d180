package org.trellis.project.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * A project's risk as callers see it.
 *
 * @param reviewOverdue whether a whole term of the alliance's has gone by without a look at it
 * @param reviews how it stood each time that it was looked at, oldest first
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record RiskView(@JsonUnwrapped Row risk, boolean reviewOverdue, List<Reviewed> reviews, List<Action> actions)
        implements Versioned {

    /**
     * One in a list.
     *
     * @param ownerId the person who minds it; who that is, alliance-service knows
     * @param likelihood from 1, hardly, to 5, almost certainly
     * @param impact from 1, hardly felt, to 5, the project would end
     */
    public record Row(
            UUID id,
            long version,
            @Nested("project") Reference project,
            String category,
            String title,
            UUID ownerId,
            int likelihood,
            int impact,
            String mitigation,
            String state,
            LocalDate raisedOn,
            LocalDate reviewedOn,
            LocalDate closedOn) {}

    /** How it stood on a day. */
    public record Reviewed(LocalDate reviewedOn, int likelihood, int impact, String mitigation, String note) {}

    @Override
    public long version() {
        return risk.version();
    }
}
