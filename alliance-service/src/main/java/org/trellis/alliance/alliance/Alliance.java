package org.trellis.alliance.alliance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** Organisations that chose to work together. */
@Entity
class Alliance extends Aggregate {
    private String name;

    @Enumerated(EnumType.STRING)
    private AllianceKind kind;

    @Enumerated(EnumType.STRING)
    private AllianceStatus status;

    private String vision;
    private UUID trustId;
    private boolean invented;

    /** For Hibernate. */
    protected Alliance() {}

    Alliance(UUID id, NewAlliance formed) {
        super(id);
        name = formed.name().strip();
        kind = formed.kind();
        status = AllianceStatus.ACTIVE;
        vision = formed.vision();
        trustId = formed.trustId();
        invented = Boolean.TRUE.equals(formed.invented());
    }

    AllianceEvent formed() {
        return new AllianceEvent.Formed(state());
    }

    AllianceDescription description() {
        return new AllianceDescription(name, vision);
    }

    AllianceEvent describe(AllianceDescription description) {
        name = description.name().strip();
        vision = description.vision();
        return new AllianceEvent.Changed(state());
    }

    private AllianceEvent.State state() {
        return new AllianceEvent.State(id(), name, kind, status, vision, trustId, invented);
    }
}
