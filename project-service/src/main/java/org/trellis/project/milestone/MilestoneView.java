package org.trellis.project.milestone;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * A milestone as callers see it.
 *
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record MilestoneView(@JsonUnwrapped Row milestone, List<Action> actions) implements Versioned {

    /**
     * One in a list.
     *
     * @param cycleId null where it is the whole project's
     * @param participationId null where it is no one school's
     * @param ownerId the person who sees to it; who that is, alliance-service knows
     * @param remindDays how many school days before it is due its owner is reminded
     * @param note what was said at its last move
     */
    public record Row(
            UUID id,
            long version,
            @Nested("project") Reference project,
            UUID cycleId,
            UUID participationId,
            String name,
            UUID ownerId,
            LocalDate due,
            int remindDays,
            String state,
            LocalDate metOn,
            String note) {}

    @Override
    public long version() {
        return milestone.version();
    }
}
