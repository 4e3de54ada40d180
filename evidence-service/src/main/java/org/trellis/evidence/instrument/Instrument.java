package org.trellis.evidence.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.trellis.evidence.measure.About;
import org.trellis.outbox.Aggregate;

/** A form of which each edition, once published, stays as it is; the next one is drafted beside it. */
@Entity
class Instrument extends Aggregate {
    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private UUID allianceId;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private About about;

    private Integer edition;
    private boolean graded;

    /** For Hibernate. */
    protected Instrument() {}

    Instrument(UUID id, NewInstrument drafted) {
        super(id);
        code = drafted.code();
        allianceId = drafted.allianceId();
        name = drafted.name().strip();
        purpose = drafted.purpose();
        about = drafted.about();
        graded = drafted.definition().isGraded();
    }

    /** @param published the definition of its last edition; null where there is none */
    InstrumentEvent drafted(Definition published) {
        return new InstrumentEvent.Drafted(state(published));
    }

    InstrumentEvent draft(String newName, Definition published) {
        name = newName.strip();
        return drafted(published);
    }

    InstrumentEvent publish(Definition draft) {
        edition = edition == null ? 1 : edition + 1;
        graded = draft.isGraded();
        return new InstrumentEvent.Published(state(draft));
    }

    private InstrumentEvent.State state(Definition published) {
        return new InstrumentEvent.State(
                id(), code, name, purpose, about.name(), allianceId, edition, graded, published);
    }

    String name() {
        return name;
    }

    /** Null where it is for all. */
    UUID allianceId() {
        return allianceId;
    }

    About about() {
        return about;
    }

    /** The last one published; null before the first. */
    Integer edition() {
        return edition;
    }
}
