package org.trellis.evidence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.evidence.completeness.Completeness;
import org.trellis.evidence.completeness.Completeness.School;
import org.trellis.evidence.outcome.Cause;
import org.trellis.evidence.outcome.Cells;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.outbox.Ids;

/** Removes people's scores everywhere, and works out anew what rested on them, in the running transaction. */
@ApplicationScoped
class Erasures {
    private record Touched(UUID cycleId, UUID measureId) {}

    private final Writer writer;
    private final WaitingFiles files;
    private final Cells cells;
    private final Completeness completeness;

    Erasures(Writer writer, WaitingFiles files, Cells cells, Completeness completeness) {
        this.writer = writer;
        this.files = files;
        this.cells = cells;
        this.completeness = completeness;
    }

    /** @return the id of what is noted of it */
    UUID erase(List<String> references, ErasureCause cause) {
        var id = Ids.next();
        var values = new HashMap<String, Object>();
        values.put("references", references.toArray(String[]::new));
        files.blotOut(Set.copyOf(references));
        lock(values);
        values.put("id", id);
        values.put("cause", cause.name());
        values.put("actor", CurrentRequest.callerJson().orElse("{}"));
        values.put("reason", CurrentRequest.reason().orElse(null));
        writer.list(Touched.class, """
                        select cycle_id, measure_id
                        from erase_references(:id, :references, :cause, cast(:actor as jsonb), :reason)\
                        """, values).forEach(touched -> {
            cells.lock(touched.cycleId(), List.of(touched.measureId()));
            cells.recompute(touched.cycleId(), touched.measureId(), Cause.ERASED);
        });
        completeness.follow(writer.list(School.class, """
                select distinct project_id, organisation_id from submission
                where id in (select unnest(submission_ids) from erasure where id = :id) and project_id is not null
                order by project_id, organisation_id\
                """, Map.of("id", id)));
        return id;
    }

    /**
     * Imports before submissions, as their steps do, and submissions before cells, as whoever decides on one does. In a statement of its own, so that the next one sees
     * what was accepted meanwhile.
     */
    private void lock(Map<String, ?> references) {
        writer.list(UUID.class, """
                select s.id from submission s
                where s.id in (select a.submission_id from accepted_score a where a.reference = any(:references))
                  or s.status in ('DRAFT', 'RETURNED', 'SUBMITTED') and exists (
                    select from draft_score d where d.submission_id = s.id and d.reference = any(:references))
                order by s.id for update\
                """, references);
    }
}
