package org.trellis.evidence.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Actor;
import org.trellis.identity.Reader;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on measures. */
@ApplicationScoped
class MeasureService {
    private final Measures measures;
    private final Changes changes;
    private final Reader reader;
    private final Actor actor;

    MeasureService(Measures measures, Changes changes, Reader reader, Actor actor) {
        this.measures = measures;
        this.changes = changes;
        this.reader = reader;
        this.actor = actor;
    }

    @Transactional
    UUID define(NewMeasure body) {
        checkMayDefineFor(body.allianceId());
        var measure = new Measure(Ids.next(), body);
        measures.persist(measure);
        changes.record(measure, measure.defined());
        return measure.id();
    }

    private void checkMayDefineFor(UUID alliance) {
        if (alliance != null && !known(alliance)) {
            throw Problems.referencePending("$.allianceId");
        }
        if (!actor.has("platform-admin") && (alliance == null || !leads(alliance))) {
            throw Problems.forbidden("Measures for all are defined by the platform, an alliance's own by its lead");
        }
    }

    private boolean known(UUID alliance) {
        return reader.one(
                        Boolean.class, "select true from alliance where id = :id and not gone", Map.of("id", alliance))
                .isPresent();
    }

    private boolean leads(UUID alliance) {
        return reader.one(
                        Boolean.class,
                        "select 'ALLIANCE_LEAD' = any(actor_alliance_roles(:id))",
                        Map.of("id", alliance))
                .orElseThrow();
    }
}
