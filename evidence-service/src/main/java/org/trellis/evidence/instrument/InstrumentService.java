package org.trellis.evidence.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on instruments. */
@ApplicationScoped
class InstrumentService {
    private static final String KEEPERS = "Instruments for all are kept by the platform, an alliance's own by its lead";

    private final Instruments instruments;
    private final InstrumentQueries queries;
    private final Publication publication;
    private final Changes changes;
    private final Reader reader;

    InstrumentService(
            Instruments instruments,
            InstrumentQueries queries,
            Publication publication,
            Changes changes,
            Reader reader) {
        this.instruments = instruments;
        this.queries = queries;
        this.publication = publication;
        this.changes = changes;
        this.reader = reader;
    }

    @Transactional
    UUID draft(NewInstrument body) {
        requireKeeper(body.allianceId());
        var instrument = new Instrument(Ids.next(), body);
        instruments.persist(instrument);
        changes.record(instrument, instrument.drafted(null));
        instruments.keepDraft(instrument.id(), body.definition());
        return instrument.id();
    }

    @Transactional
    void revise(UUID id, String ifMatch, MergePatch patch) {
        var instrument = keep(id);
        Versioned.require(ifMatch, instrument.version());
        var published = instruments.edition(id, null).map(Instruments.Edition::definition);
        var before = new InstrumentChange(
                instrument.name(), instruments.draft(id).or(() -> published).orElseThrow());
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            changes.record(instrument, instrument.draft(after.name(), published.orElse(null)));
            instruments.keepDraft(id, after.definition());
        }
    }

    @Transactional
    UUID move(UUID id, InstrumentTransition transition) {
        var instrument = keep(id);
        switch (transition.action()) {
            case PUBLISH ->
                publication.publish(
                        instrument,
                        instruments
                                .draft(id)
                                .orElseThrow(() -> Problems.conflict(
                                        "instrument-without-draft", "Nothing has changed since its last edition")));
        }
        return id;
    }

    private Instrument keep(UUID id) {
        queries.view(id);
        var instrument = instruments.locked(id);
        requireKeeper(instrument.allianceId());
        return instrument;
    }

    private void requireKeeper(UUID alliance) {
        if (alliance != null
                && reader.list(
                                Boolean.class,
                                "select true from alliance where id = :id and not gone",
                                Map.of("id", alliance))
                        .isEmpty()) {
            throw Problems.referencePending("$.allianceId");
        }
        boolean keeps = reader.one(
                        Boolean.class,
                        alliance == null
                                ? "select actor_has_role('platform-admin')"
                                : "select 'ALLIANCE_LEAD' = any(actor_alliance_roles(:id))",
                        alliance == null ? Map.of() : Map.of("id", alliance))
                .orElseThrow();
        if (!keeps) {
            throw Problems.forbidden(KEEPERS);
        }
    }
}
