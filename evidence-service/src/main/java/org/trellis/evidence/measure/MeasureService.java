package org.trellis.evidence.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Actor;
import org.trellis.identity.Reader;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on measures. */
@ApplicationScoped
class MeasureService {
    private final Measures measures;
    private final MeasureQueries queries;
    private final Reader reader;
    private final Actor actor;

    MeasureService(Measures measures, MeasureQueries queries, Reader reader, Actor actor) {
        this.measures = measures;
        this.queries = queries;
        this.reader = reader;
        this.actor = actor;
    }

    @Transactional
    UUID define(NewMeasure body) {
        checkMayDefineFor(body.allianceId());
        var measure = new Measure(Ids.next(), body);
        measures.persist(measure);
        measures.keep(measure, measure.defined());
        return measure.id();
    }

    @Transactional
    void revise(UUID id, String ifMatch, MergePatch patch) {
        queries.view(id);
        var measure =
                measures.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        checkMayDefineFor(measure.allianceId());
        Versioned.require(ifMatch, measure.version());
        var before = measure.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            measures.keep(measure, measure.revise(after));
        }
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
