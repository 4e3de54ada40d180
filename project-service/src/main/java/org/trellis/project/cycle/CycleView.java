package org.trellis.project.cycle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * A learning cycle as callers see it.
 *
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record CycleView(@JsonUnwrapped Row cycle, List<Action> actions) implements Versioned {

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

    @Override
    public long version() {
        return cycle.version();
    }
}
