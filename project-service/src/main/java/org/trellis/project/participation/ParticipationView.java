package org.trellis.project.participation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * An organisation in a project, as callers see it.
 *
 * @param currentTerms the version that is to be accepted; null where the project has no terms
 * @param vacancies roles that somebody should hold by now and nobody does
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record ParticipationView(
        @JsonUnwrapped Row participation, Integer currentTerms, List<String> vacancies, List<Action> actions)
        implements Versioned {

    /**
     * One in a list.
     *
     * @param startsOn null until it commits, unless it was given
     * @param evidence what becomes of its evidence; null while it has not left
     * @param note what was said at its last move
     * @param termsVersion the version of the project's terms that it accepted; null for none
     */
    public record Row(
            UUID id,
            long version,
            @Nested("project") Reference project,
            @Nested("organisation") Reference organisation,
            String status,
            LocalDate startsOn,
            LocalDate endsOn,
            String leavingReason,
            String evidence,
            String note,
            Integer termsVersion,
            String stage) {}

    @Override
    public long version() {
        return participation.version();
    }
}
