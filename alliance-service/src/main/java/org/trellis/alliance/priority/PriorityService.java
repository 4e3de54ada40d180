package org.trellis.alliance.priority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.WorkingAlliances;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on priorities. */
@ApplicationScoped
public class PriorityService {
    private final Priorities priorities;
    private final PriorityQueries queries;
    private final Roles roles;
    private final WorkingAlliances working;
    private final Changes changes;

    PriorityService(
            Priorities priorities, PriorityQueries queries, Roles roles, WorkingAlliances working, Changes changes) {
        this.working = working;
        this.priorities = priorities;
        this.queries = queries;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID agree(NewPriority body) {
        requireAgree("$.allianceId", body.allianceId());
        working.require(body.allianceId());
        var priority = new Priority(Ids.next(), body);
        priorities.persist(priority);
        changes.record(priority, priority.agreed());
        return priority.id();
    }

    @Transactional
    void describe(UUID id, String ifMatch, MergePatch patch) {
        var priority = toChange(id);
        Versioned.require(ifMatch, priority.version());
        changes.record(priority, priority.describe(patch.applyTo(priority.wording())));
    }

    @Transactional
    UUID end(UUID id, EndPriority body) {
        var priority = toChange(id);
        changes.record(priority, priority.end(body.endsOn()));
        return id;
    }

    /** All priorities of an alliance that ends, whatever end was agreed for them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endWithAlliance(UUID alliance, LocalDate day) {
        priorities
                .reachingBeyond(alliance, day)
                .forEach(priority -> changes.record(priority, priority.endWithAlliance(day)));
    }

    private Priority toChange(UUID id) {
        queries.view(id);
        var priority =
                priorities.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        requireAgree("$", priority.allianceId());
        return priority;
    }

    private void requireAgree(String path, UUID alliance) {
        roles.atAlliance(path, alliance).require("agree priorities", "ALLIANCE_LEAD", "TRUST_TEAM");
    }
}
